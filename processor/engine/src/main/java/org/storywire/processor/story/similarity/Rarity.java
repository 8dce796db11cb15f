package org.storywire.processor.story.similarity;

/** An article's words in order of rarity, the rarest first. */
final class Rarity {

  /** Inverse document frequency from which a word is rare. */
  private static final double RARE_FROM = 0.6;

  private static final int GRADES = 1024;

  private final double[] idf;
  private final int[] words;
  private final int[] places;
  private final int rare;

  /**
   * Orders words.
   *
   * @param idf inverse document frequencies [0..1]
   * @param size how many of them are of words
   */
  Rarity(double[] idf, int size) {
    this.idf = idf;
    words = byGrade(idf, size);
    places = new int[size];
    int count = 0;
    for (int place = 0; place < size; place++) {
      count += idf[words[place]] >= RARE_FROM ? 1 : 0;
      insert(words, place, idf);
    }
    rare = count;
    for (int place = 0; place < size; place++) {
      places[words[place]] = place;
    }
  }

  /** Orders words roughly: without a comparison, whose outcome can't be predicted. */
  private static int[] byGrade(double[] idf, int size) {
    int[] grades = new int[size];
    int[] next = new int[GRADES + 1];
    for (int i = 0; i < size; i++) {
      grades[i] = grade(idf[i]);
      next[grades[i] + 1]++;
    }
    for (int grade = 0; grade < GRADES; grade++) {
      next[grade + 1] += next[grade];
    }
    int[] words = new int[size];
    for (int i = 0; i < size; i++) {
      words[next[grades[i]]++] = i;
    }
    return words;
  }

  /** From 0, the rarest, to below {@link #GRADES}. */
  private static int grade(double idf) {
    return (int) ((1 - idf) * (GRADES - 1));
  }

  /** Moves a word to its place among those before it; only words of one grade are out of order. */
  private static void insert(int[] words, int place, double[] idf) {
    int word = words[place];
    int at = place;
    while (at > 0 && idf[words[at - 1]] < idf[word]) {
      words[at] = words[at - 1];
      at--;
    }
    words[at] = word;
  }

  /** Number of words. */
  int size() {
    return places.length;
  }

  /** Place of word {@code i} of the profile. */
  int place(int i) {
    return places[i];
  }

  /** Inverse document frequency of the word at a place. */
  double idf(int place) {
    return idf[words[place]];
  }

  /** How many words are rare: those at the first places. */
  int rare() {
    return rare;
  }
}
