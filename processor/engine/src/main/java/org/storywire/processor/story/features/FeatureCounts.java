package org.storywire.processor.story.features;

import java.util.Arrays;

/** Features of one article while they are counted. */
final class FeatureCounts {

  private static final int WORDS = Field.Space.WORDS.ordinal();

  private final Vocabulary vocabulary;

  /** Packed counts by the number of a word. */
  private final int[] words;

  /** Counts in the other key spaces. */
  private final IntTable[] others = new IntTable[Field.Space.COUNT];

  /** Counts nothing yet; all words must have their numbers. */
  FeatureCounts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.words = new int[vocabulary.size()];
    for (int space = 0; space < others.length; space++) {
      others[space] = new IntTable(space == WORDS ? 0 : 30);
    }
  }

  void add(Field field, int hash) {
    count(field, field.key(hash));
  }

  /** Counts a word by its number in the vocabulary. */
  void addWord(Field field, int number) {
    if (field.count(words[number]) < Field.MOST) {
      words[number] += field.once();
    }
  }

  void addPlace(Field field, int hash) {
    count(field, Field.PLACES.key(hash));
  }

  private void count(Field field, int key) {
    IntTable table = others[field.space().ordinal()];
    boolean full = field.count(table.add(key, field.once())) == 0;
    if (full) {
      table.add(key, -field.once());
    }
  }

  /**
   * What was counted.
   *
   * @param places takes the place of each word in the profile, by the word's number
   */
  Profile profile(int[] places) {
    long[][] features = new long[others.length][];
    for (int space = 0; space < features.length; space++) {
      features[space] = space == WORDS ? words(places) : others[space].sorted();
    }
    return Profile.of(features);
  }

  /** StoryWords that were counted: beyond the part of a text that is read they are not. */
  private long[] words(int[] places) {
    long[] entries = vocabulary.sorted();
    int size = 0;
    for (long entry : entries) {
      int number = (int) entry;
      if (words[number] != 0) {
        places[number] = size;
        entries[size++] = entry - number + words[number];
      }
    }
    return Arrays.copyOf(entries, size);
  }
}
