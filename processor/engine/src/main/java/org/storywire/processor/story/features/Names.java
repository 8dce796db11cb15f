package org.storywire.processor.story.features;

import java.util.BitSet;

/**
 * Capitalised words of one text that are names rather than beginnings of sentences, and the runs
 * they form.
 */
final class Names {

  private final StoryWords words;
  private final boolean[] name;

  /**
   * Finds the names.
   *
   * @param first marks the tokens that begin a sentence
   * @param alwaysCapital words of the vocabulary that a text shows to be names; they count even
   *     where everything is capitalised
   * @param headline whether the text may capitalise every word
   */
  Names(StoryWords words, boolean[] first, BitSet alwaysCapital, boolean headline) {
    this.words = words;
    this.name = new boolean[words.size()];
    boolean trust = !headline || alwaysCapital.isEmpty();
    if (!headline) {
      for (int c = 0; c < words.capitals(); c++) {
        int i = words.capital(c);
        if (!first[i]) {
          alwaysCapital.set(words.word(i));
        }
      }
    }
    for (int c = 0; c < words.capitals(); c++) {
      int i = words.capital(c);
      boolean known = alwaysCapital.get(words.word(i));
      name[i] = known || (trust && (!first[i] || runsOn(i)));
    }
  }

  private boolean runsOn(int i) {
    return i + 1 < name.length && candidate(i + 1) && words.touchesNext(i);
  }

  private boolean candidate(int i) {
    return words.capitalised(i) && words.content(i);
  }

  boolean name(int i) {
    return name[i];
  }

  /**
   * After the last token of the run of names that begins at {@code i}; initials may stand in it.
   */
  int runEnd(int i) {
    int end = i + 1;
    while (end < name.length && words.touchesNext(end - 1)) {
      boolean initial = words.length(end) == 1 && words.capitalised(end);
      if (!name[end] && !(initial && end + 1 < name.length && name[end + 1])) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Hash of two neighbouring words in order. */
  static int pair(int left, int right) {
    return (Integer.rotateLeft(left, 7) ^ right) * 0x9e3779b1;
  }
}
