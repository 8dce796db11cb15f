package org.storywire.processor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a text into sentences by rule: a line break always ends one; a full stop, question or
 * exclamation mark does if white space and an upper-case letter, digit or opening mark follow, and
 * the word before is no abbreviation or initial.
 */
public final class Sentences {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cmdr", "maj", "sen",
          "rep", "gov", "st", "jr", "sr", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
          "sep", "sept", "oct", "nov", "dec", "inc", "corp", "co", "ltd", "hon", "rev", "pres",
          "sra", "srta", "dra", "av", "mme", "mlle", "bzw", "usw", "ave", "blvd", "approx", "dept",
          "supt", "det", "atty", "mt", "ft");

  private Sentences() {}

  /** The sentences in order, without white space around them. */
  public static List<Span> split(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c > '?' && c != '\u2026' && c != '\u3002') {
        continue; // a letter, as most are
      }
      if (c == '\n') {
        add(text, start, at, sentences);
        start = at + 1;
      } else if (c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002') {
        int end = afterClosers(text, at + 1);
        if (endsSentence(text, at, end)) {
          add(text, start, end, sentences);
          start = end;
        }
        at = end - 1; // every mark of the run has the same end
      }
    }
    add(text, start, text.length(), sentences);
    return List.copyOf(sentences);
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new Span(start, end));
    }
  }

  private static int afterClosers(String text, int from) {
    int at = from;
    while (at < text.length() && ".!?\"'\u201d\u2019\u00bb)]".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean endsSentence(String text, int mark, int end) {
    if (end >= text.length() || text.charAt(mark) == '\u3002') {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(end))) {
      return false;
    }
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return true;
    }
    char first = text.charAt(next);
    if (Character.isLowerCase(first) || first == ',' || first == ';') {
      return false;
    }
    return text.charAt(mark) != '.' || end > mark + 1 || !abbreviated(text, mark, first);
  }

  /** Whether the word that ends at {@code point} is an abbreviation or an initial. */
  private static boolean abbreviated(String text, int point, char next) {
    int start = point;
    while (start > 0
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.substring(start, point);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    if (word.equalsIgnoreCase("no")) {
      return Character.isDigit(next);
    }
    return initial
        || word.indexOf('.') >= 0
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
