package org.storywire.processor.article;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a house says to its readers inside a text: notes of the editors, pleas for money, and where
 * to find the author elsewhere.
 */
final class Asides {

  private static final Sections LISTS = Sections.read("asides.txt");
  private static final PhraseFinder NOTES = new PhraseFinder(LISTS.list("notes"));
  private static final PhraseFinder PLEAS = new PhraseFinder(LISTS.list("pleas"));

  private static final int MAX_NOTE = 600;
  private static final int MAX_PLEA_WORDS = 45;

  /** Nothing but handles, mail addresses and links, perhaps with the name of the network. */
  private static final Pattern HANDLES =
      Pattern.compile(
          "^(?:(?:on )?(?:twitter|x|instagram|facebook|mastodon|bluesky|threads|telegram|e-?mail"
              + "|contact|follow|web)?\\s*[:|/]?\\s*(?:@[\\w.]{2,30}(?:@[\\w.-]+)?|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|https?://\\S+)[\\s,|/·•]*){1,4}$",
          Pattern.CASE_INSENSITIVE);

  private Asides() {}

  static boolean isAside(Line line) {
    return isNote(line) || isPlea(line) || isHandles(line);
  }

  private static boolean isNote(Line line) {
    if (line.text().length() > MAX_NOTE) {
      return false;
    }
    String text = line.text();
    boolean bracketed = text.startsWith("[") || text.startsWith("(");
    String begin =
        text.substring(bracketed ? 1 : 0, Math.min(text.length(), 40)).toLowerCase(Locale.ROOT);
    String note = begin.length() < 2 ? null : NOTES.at(begin, 0);
    if (note == null) {
      return false;
    }
    char next = begin.length() > note.length() ? begin.charAt(note.length()) : ':';
    return bracketed || next == ':' || next == ']' || next == '-' || next == '–';
  }

  private static boolean isPlea(Line line) {
    if (line.words() > MAX_PLEA_WORDS || line.text().indexOf('"') >= 0) {
      return false;
    }
    if (line.text().indexOf('“') >= 0 || line.text().indexOf('«') >= 0) {
      return false;
    }
    return PLEAS.isIn(line.lower());
  }

  private static boolean isHandles(Line line) {
    boolean may =
        line.words() <= 12 && (line.text().indexOf('@') >= 0 || line.text().contains("://"));
    return may && HANDLES.matcher(line.text()).matches();
  }
}
