package org.storywire.processor.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Words of Thai, which is written without spaces between them: by the dictionary that the Java
 * platform brings, as Lucene's Thai analyser does. It is shown {@value #WINDOW} characters at a
 * time, for it looks back to the beginning of a run for every word. Not thread-safe.
 */
final class ThaiWords {

  private static final int WINDOW = 100;

  private final BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));
  private final String text;
  private int start;
  private int end;

  ThaiWords(String text) {
    this.text = text;
  }

  static boolean isThai(int codePoint) {
    return codePoint >= 0x0e01 && codePoint <= 0x0e7f;
  }

  /** Where the word ends that begins at {@code from}. */
  int endOf(int from) {
    if (from < start || from >= end) {
      show(from);
    }
    int wordEnd = following(from);
    boolean cut = wordEnd == end && end < text.length() && from > start;
    if (cut) {
      show(from);
      wordEnd = following(from);
    }
    return wordEnd;
  }

  private void show(int from) {
    start = from;
    end = Math.min(text.length(), from + WINDOW);
    words.setText(text.substring(start, end));
  }

  private int following(int from) {
    int next = words.following(from - start);
    return next == BreakIterator.DONE ? from + 1 : start + next;
  }
}
