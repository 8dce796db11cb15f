package org.storywire.processor.article;

import java.util.BitSet;
import java.util.List;

/** Finds whether any of some phrases is in a text, in one pass: most places begin none of them. */
final class PhraseFinder {

  private static final int PAIRS = 1 << 12;

  private final List<String> phrases;
  private final BitSet beginnings = new BitSet(PAIRS);

  /**
   * Looks for these.
   *
   * @param phrases at least two characters each
   */
  PhraseFinder(List<String> phrases) {
    this.phrases = List.copyOf(phrases);
    phrases.forEach(phrase -> beginnings.set(pair(phrase, 0)));
  }

  /** Whether the text holds one of the phrases. */
  boolean isIn(String text) {
    for (int at = 0; at + 1 < text.length(); at++) {
      if (beginnings.get(pair(text, at)) && beginsAt(text, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsAt(String text, int at) {
    for (String phrase : phrases) {
      if (text.startsWith(phrase, at)) {
        return true;
      }
    }
    return false;
  }

  private static int pair(String text, int at) {
    return (text.charAt(at) * 61 + text.charAt(at + 1)) & (PAIRS - 1);
  }
}
