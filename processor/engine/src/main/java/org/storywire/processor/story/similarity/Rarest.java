package org.storywire.processor.story.similarity;

import java.util.Arrays;

/**
 * The rarest of the words that two articles share, and how many are rare. A bit for each word of
 * the one by its place in {@link Rarity}: the rarest shared ones are the first bits.
 */
final class Rarest {

  private Rarity rarity;
  private long[] bits = new long[16];
  private int used;

  /** Starts anew, with no word shared. */
  void clear(Rarity words) {
    rarity = words;
    used = (words.size() + 63) >>> 6;
    if (bits.length < used) {
      bits = new long[used];
    }
    Arrays.fill(bits, 0, used, 0);
  }

  /**
   * Takes a word if it is shared.
   *
   * @param place its place among the words by rarity
   * @param shared 1 if it is shared, else 0: a number, so that callers need no branch
   */
  void add(int place, int shared) {
    bits[place >>> 6] |= (long) shared << place;
  }

  /** Mean of the largest inverse document frequencies, absent ones as 0. */
  double mean(int of) {
    double sum = 0;
    int found = 0;
    for (int block = 0; block < used; block++) {
      for (long rest = bits[block]; rest != 0; rest &= rest - 1) {
        sum += rarity.idf(block << 6 | Long.numberOfTrailingZeros(rest));
        if (++found == of) {
          return sum / of;
        }
      }
    }
    return sum / of;
  }

  /** How many of the shared words are rare. */
  int rare() {
    int stop = rarity.rare();
    int count = 0;
    for (int block = 0; block << 6 < stop; block++) {
      int left = stop - (block << 6);
      long wanted = left < 64 ? (1L << left) - 1 : -1;
      count += Long.bitCount(bits[block] & wanted);
    }
    return count;
  }
}
