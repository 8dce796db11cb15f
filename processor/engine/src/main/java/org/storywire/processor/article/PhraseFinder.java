package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds whether any of some phrases is in a text, in one pass: most places begin none of them. */
final class PhraseFinder {

  private static final int PAIRS = 1 << 12;

  /** The phrases by a hash of their first two characters; null for most. */
  private final List<List<String>> beginnings = new ArrayList<>(Collections.nCopies(PAIRS, null));

  /**
   * Looks for these.
   *
   * @param phrases at least two characters each
   */
  PhraseFinder(List<String> phrases) {
    for (String phrase : phrases) {
      int pair = pair(phrase, 0);
      List<String> same = beginnings.get(pair);
      beginnings.set(pair, same == null ? new ArrayList<>() : same);
      beginnings.get(pair).add(phrase);
    }
  }

  /** Whether the text holds one of the phrases. */
  boolean isIn(String text) {
    for (int at = 0; at + 1 < text.length(); at++) {
      if (at(text, at) != null) {
        return true;
      }
    }
    return false;
  }

  /** The first of the phrases that begins at a place in a text; null if none does. */
  String at(String text, int at) {
    List<String> phrases = beginnings.get(pair(text, at));
    for (int i = 0; phrases != null && i < phrases.size(); i++) {
      if (text.startsWith(phrases.get(i), at)) {
        return phrases.get(i);
      }
    }
    return null;
  }

  private static int pair(String text, int at) {
    return (text.charAt(at) * 61 + text.charAt(at + 1)) & (PAIRS - 1);
  }
}
