package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * Capitalised words of one text that are names rather than beginnings of sentences, and the runs
 * they form.
 */
final class Names {

  private final Words words;
  private final boolean[] name;

  /**
   * Finds the names.
   *
   * @param first marks the tokens that begin a sentence
   * @param alwaysCapital words that some other text shows to be names; they count even where
   *     everything is capitalised
   * @param headline whether the text may capitalise every word
   */
  Names(Words words, boolean[] first, IntOpenHashSet alwaysCapital, boolean headline) {
    this.words = words;
    this.name = new boolean[words.size()];
    boolean trust = !headline || alwaysCapital.isEmpty();
    if (!headline) {
      for (int i = 0; i < name.length; i++) {
        if (candidate(i) && !first[i]) {
          alwaysCapital.add(words.key(i));
        }
      }
    }
    for (int i = 0; i < name.length; i++) {
      boolean runs = i + 1 < name.length && words.touchesNext(i) && candidate(i + 1);
      name[i] =
          candidate(i) && (alwaysCapital.contains(words.key(i)) || (trust && (!first[i] || runs)));
    }
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
