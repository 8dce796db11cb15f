package org.storywire.processor.article;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Outlets whose report a text retells: "as reported by The Morning Echo", "the Morning Echo
 * reported", "according to a report in the Morning Echo", "según El Eco". Only names that read as
 * an outlet's count. The words stay in the text.
 */
final class Attributions {

  /** Most places looked at in one text, so that hostile ones cost no more. */
  private static final int MAX_CUES = 64;

  private static final int MAX_NAME_WORDS = 6;

  /** What stands before the name; without a first letter that may be a capital. */
  private static final List<String> BEFORE =
      List.of(
          "eported by ",
          "ccording to ",
          "report by ",
          "report in ",
          "report from ",
          "quoted by ",
          "reports by ",
          "egún ",
          " selon ",
          "Selon ",
          "informó ",
          " laut ",
          "Laut ");

  /** What stands after the name. */
  private static final List<String> AFTER =
      List.of(" reported", " first reported", " reports", " has reported");

  private static final PhraseFinder CUES =
      new PhraseFinder(Stream.concat(BEFORE.stream(), AFTER.stream()).toList());

  private static final Set<String> LINKS = Set.of("of", "de", "du", "la", "del", "and", "&");

  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "on",
          "but",
          "and",
          "as",
          "in",
          "while",
          "also");

  private Attributions() {}

  /** Hands over the full names of outlets found, in no particular order, repeats possible. */
  static void find(String text, Consumer<String> outlets) {
    if (!CUES.isIn(text)) {
      return;
    }
    for (String cue : BEFORE) {
      int at = text.indexOf(cue);
      for (int n = 0; at >= 0 && n < MAX_CUES; n++) {
        nameAfter(text, at + cue.length(), outlets);
        at = text.indexOf(cue, at + cue.length());
      }
    }
    for (String cue : AFTER) {
      int at = text.indexOf(cue);
      for (int n = 0; at >= 0 && n < MAX_CUES; n++) {
        nameBefore(text, at, outlets);
        at = text.indexOf(cue, at + cue.length());
      }
    }
  }

  private static void nameAfter(String text, int from, Consumer<String> outlets) {
    int at = skip(text, from, "a ");
    at = skip(text, at, "report ");
    at = skip(text, at, "in ");
    at = skip(text, at, "by ");
    at = skip(text, at, "from ");
    at = skip(text, at, "the ");
    int end = at;
    int next = at;
    for (int words = 0; words < MAX_NAME_WORDS && next < text.length(); words++) {
      int wordEnd = wordEnd(text, next);
      String word = text.substring(next, wordEnd);
      boolean link = words > 0 && LINKS.contains(word);
      if (word.isEmpty() || !(link || Character.isUpperCase(word.codePointAt(0)))) {
        break;
      }
      end = link ? end : wordEnd;
      if (wordEnd >= text.length() || text.charAt(wordEnd) != ' ') {
        break;
      }
      next = wordEnd + 1;
    }
    offer(text.substring(at, end), outlets);
  }

  private static void nameBefore(String text, int to, Consumer<String> outlets) {
    int start = to;
    int from = to;
    for (int words = 0; words < MAX_NAME_WORDS && from > 0; words++) {
      int wordStart = text.lastIndexOf(' ', from - 1) + 1;
      String word = text.substring(wordStart, from);
      boolean link = words > 0 && LINKS.contains(word);
      boolean plain = !word.isEmpty() && wordEnd(text, wordStart) == from;
      if (!plain || !(link || Character.isUpperCase(word.codePointAt(0)))) {
        break;
      }
      start = link ? start : wordStart;
      if (wordStart == 0 || text.charAt(wordStart - 1) != ' ') {
        break;
      }
      from = wordStart - 1;
    }
    String name = text.substring(start, to);
    int space = name.indexOf(' ');
    while (space > 0 && DAYS.contains(name.substring(0, space).toLowerCase(Locale.ROOT))) {
      name = name.substring(space + 1);
      space = name.indexOf(' ');
    }
    offer(name, outlets);
  }

  private static void offer(String name, Consumer<String> outlets) {
    boolean one = name.indexOf(' ') < 0;
    if (!name.isEmpty() && (one ? Outlets.isWellKnown(name) : Outlets.isOutlet(name))) {
      outlets.accept(Outlets.fullName(name));
    }
  }

  private static int skip(String text, int at, String word) {
    return text.startsWith(word, at) ? at + word.length() : at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "&-'".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }
}
