package org.storywire.processor.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Words of Thai, which is written without spaces between them: by the dictionary that the Java
 * platform brings, as Lucene's Thai analyser does. Not thread-safe.
 */
final class ThaiWords {

  private final BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));

  ThaiWords(String text) {
    words.setText(text);
  }

  static boolean isThai(int codePoint) {
    return codePoint >= 0x0e01 && codePoint <= 0x0e7f;
  }

  /** Where the word ends that begins at {@code from}. */
  int endOf(int from) {
    int end = words.following(from);
    return end == BreakIterator.DONE ? from + 1 : end;
  }
}
