package org.storywire.processor.monitor.ask;

import java.util.Arrays;

/**
 * Shingles of an article, chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of
 * every eight in a row the one with the smallest hash. Two texts that share twelve words in a row
 * share a chosen shingle. About one shingle in four and a half is kept, 4 bytes each.
 */
public final class Sketch {

  private static final int WINDOW = 8;
  private static final int MOST = 2_000;

  private final int[] chosen;

  private Sketch(int[] chosen) {
    this.chosen = chosen;
  }

  /** The sketch of a text; of very long ones, of the first 9,000 words or so. */
  public static Sketch of(String text) {
    PassageWords wording = PassageWords.of(text);
    int shingles = wording.shingles();
    int[] hashes = new int[shingles];
    for (int i = 0; i < shingles; i++) {
      hashes[i] = wording.shingle(i);
    }
    int[] chosen = new int[Math.min(MOST, shingles)];
    int size = 0;
    int last = -1;
    for (int end = Math.min(WINDOW, shingles); end <= shingles && size < MOST; end++) {
      int best = smallest(hashes, Math.max(0, end - WINDOW), end);
      if (best >= 0 && best != last) {
        chosen[size++] = hashes[best];
        last = best;
      }
    }
    return new Sketch(Arrays.copyOf(chosen, size));
  }

  /** How many of the chosen shingles a question has [0..]. */
  public int hits(Question question) {
    int hits = 0;
    for (int shingle : chosen) {
      if (question.has(shingle)) {
        hits++;
      }
    }
    return hits;
  }

  /** The last of the smallest, so that a run of equal hashes is chosen once a window. */
  private static int smallest(int[] hashes, int from, int end) {
    int best = -1;
    for (int i = from; i < end; i++) {
      if (best < 0 || hashes[i] <= hashes[best]) {
        best = i;
      }
    }
    return best;
  }
}
