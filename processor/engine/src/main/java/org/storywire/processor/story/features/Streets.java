package org.storywire.processor.story.features;

/** Streets, routes and blocks that a text names, without direction and kind of street. */
final class Streets {

  private static final int BLOCK = StoryWords.key("block");
  private static final int AND = StoryWords.key("and");
  private static final int COURT = StoryWords.key("court");

  private final StoryWords words;
  private final Names names;
  private final FeatureCounts counts;
  private final boolean[] taken;

  Streets(StoryWords words, Names names, FeatureCounts counts, boolean[] taken) {
    this.words = words;
    this.names = names;
    this.counts = counts;
    this.taken = taken;
  }

  /** Counts every street; marks the numbers that belong to addresses as taken. */
  void find() {
    for (int m = 0; m < words.marks(); m++) {
      int i = words.mark(m);
      int key = words.key(i);
      if (words.number(i)) {
        if (i + 1 < words.size() && words.key(i + 1) == BLOCK) {
          taken[i] = true;
          counts.add(Field.STREETS, Names.pair(BLOCK, key));
        }
      } else {
        if (StoryLexicon.STREET_ENDINGS.contains(key) && i > 0) {
          ending(i, key);
        }
        beginning(i, key);
      }
    }
  }

  private void ending(int i, int key) {
    if (!words.capitalised(i) && words.length(i) < 5) {
      return;
    }
    if (key == COURT && StoryLexicon.COURTS.contains(words.key(i - 1))) {
      return;
    }
    if (!words.touchesNext(i - 1) || !part(i - 1)) {
      return;
    }
    street(i - 1);
    if (!words.capitalised(i) && i > 2 && words.key(i - 2) == AND && part(i - 3)) {
      street(i - 3);
    }
    boolean house = i > 1 && words.number(i - 2) && !ordinal(i - 2);
    if (house) {
      taken[i - 2] = true;
    }
  }

  private void beginning(int i, int key) {
    boolean written = words.capitalised(i) || words.length(i) > 2;
    if (!written || !StoryLexicon.STREET_BEGINNINGS.contains(key) || !words.touchesNext(i)) {
      return;
    }
    if (words.number(i + 1)) {
      taken[i + 1] = true;
      counts.add(Field.STREETS, words.key(i + 1));
    } else if (names.name(i + 1)) {
      counts.add(Field.STREETS, words.key(i + 1));
    }
  }

  /** Whether a token can be the name of a street. */
  private boolean part(int i) {
    return (names.name(i) && !StoryLexicon.DIRECTIONS.contains(words.key(i))) || ordinal(i);
  }

  private void street(int i) {
    taken[i] |= words.number(i);
    counts.add(Field.STREETS, words.key(i));
  }

  private boolean ordinal(int i) {
    return words.number(i) && Character.isLetter(words.last(i));
  }
}
