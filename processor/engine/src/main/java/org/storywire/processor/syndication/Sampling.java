package org.storywire.processor.syndication;

import java.util.Arrays;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Tokens;

/** The pass over one text that samples its shingles and chooses those to be indexed. */
final class Sampling {

  /**
   * One prose shingle in 40 is indexed, one in eight of the opening, where cuts begin, and at least
   * the 16 smallest.
   */
  private static final long HIGHEST_LOW = ((1L << 32) / 40 << 32) - 1;

  private static final int OPENING_LEVEL = 3;
  private static final int FEWEST_KEYS = 16;
  private static final int MOST_KEYS = 1024;

  /** Prose shingles that count as a text's opening. */
  private static final int OPENING = 60;

  private static final long BASE = 0x9e3779b97f4a7c15L;
  private static final long BASE_TO_THE_FIFTH = power(BASE, Fingerprint.SHINGLE);

  /** No more are sampled even of a page whose words were chosen so that all would be. */
  private static final int MOST_SAMPLES = 8192;

  /** A place takes at most as many bytes. */
  private static final int LONGEST_PLACE = 10;

  private final int level;
  private final SampleTable seen = new SampleTable();
  private int[] hashes;
  private long[] proseHashes;
  private byte[] places;
  private int size;
  private int proseSize;
  private int placesSize;
  private int shingles;
  private int prose;
  private int opening;
  private int openingProse;
  private int lastOffset;

  /**
   * Prepares a pass.
   *
   * @param level see {@link Sample}
   * @param tokens how many are to come, to make room
   */
  Sampling(int level, int tokens) {
    this.level = level;
    int expected = (tokens >>> level) + (tokens >>> level + 3) + 16;
    seen.clear(expected);
    hashes = new int[expected];
    proseHashes = new long[expected];
    places = new byte[2 * expected + LONGEST_PLACE];
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** Samples every shingle; gives the hash of all tokens in order. */
  long run(Tokens tokens, BlockQuotations blocks) {
    long rolling = 0;
    long content = tokens.size();
    int lastQuoted = -1;
    for (int i = 0; i < tokens.size(); i++) {
      long hash = tokens.hash(i);
      content = content * 31 + hash;
      rolling = rolling * BASE + hash;
      if (tokens.quoted(i) || blocks.hold(i)) {
        lastQuoted = i;
      }
      int first = i - Fingerprint.SHINGLE + 1;
      if (first < 0) {
        continue;
      }
      if (first > 0) {
        rolling -= tokens.hash(first - 1) * BASE_TO_THE_FIFTH;
      }
      boolean quoted = lastQuoted >= first;
      prose += quoted ? 0 : 1;
      long shingle = Hashing.mix(rolling);
      if (Sample.within((int) (shingle >>> 32), level)) {
        add(shingle, tokens.start(first), quoted);
      }
    }
    shingles = Math.max(0, tokens.size() - Fingerprint.SHINGLE + 1);
    return Hashing.mix(content);
  }

  private void add(long hash, int offset, boolean quoted) {
    int upper = (int) (hash >>> 32);
    if (size == MOST_SAMPLES || seen.find(hashes, upper) >= 0) {
      return;
    }
    if (size == hashes.length) {
      grow();
    }
    hashes[size] = upper;
    seen.put(hashes, size++);
    if (!quoted) {
      proseHashes[proseSize++] = hash;
    }
    if (prose <= OPENING) {
      opening = size;
      openingProse = proseSize;
    }
    addPlace(((long) (offset - lastOffset) << 1) | (quoted ? 1 : 0));
    lastOffset = offset;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, size * 2);
    proseHashes = Arrays.copyOf(proseHashes, size * 2);
    seen.clear(size * 2);
    for (int i = 0; i < size; i++) {
      seen.put(hashes, i);
    }
  }

  private void addPlace(long value) {
    if (placesSize + LONGEST_PLACE > places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    long rest = value;
    while (rest > 0x7f) {
      places[placesSize++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    places[placesSize++] = (byte) rest;
  }

  Sample sample() {
    return new Sample(
        level,
        shingles,
        prose,
        opening,
        Arrays.copyOf(hashes, size),
        Arrays.copyOf(places, placesSize));
  }

  /** Hashes to be indexed, ascending as unsigned numbers. */
  long[] keys() {
    long highest = highestKey();
    long[] kept = new long[proseSize];
    int count = 0;
    for (int i = 0; i < proseSize; i++) {
      if (Long.compareUnsigned(proseHashes[i], highest) <= 0 || opens(i)) {
        kept[count++] = proseHashes[i];
      }
    }
    long[] keys = Arrays.copyOf(kept, count);
    sortUnsigned(keys);
    return count > MOST_KEYS ? Arrays.copyOf(keys, MOST_KEYS) : keys;
  }

  /** All up to this hash are keys: what is low, or where that is too few, the smallest. */
  private long highestKey() {
    int low = 0;
    for (int i = 0; i < proseSize; i++) {
      low += Long.compareUnsigned(proseHashes[i], HIGHEST_LOW) <= 0 ? 1 : 0;
    }
    if (low >= FEWEST_KEYS) {
      return HIGHEST_LOW;
    }
    long[] sorted = Arrays.copyOf(proseHashes, proseSize);
    sortUnsigned(sorted);
    return sorted.length < FEWEST_KEYS ? -1L : sorted[FEWEST_KEYS - 1];
  }

  private boolean opens(int index) {
    return index < openingProse && Sample.within((int) (proseHashes[index] >>> 32), OPENING_LEVEL);
  }

  /** Level zero has hashes of all sizes: they need unsigned order. */
  private static void sortUnsigned(long[] values) {
    flipSigns(values);
    Arrays.sort(values);
    flipSigns(values);
  }

  private static void flipSigns(long[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] ^= Long.MIN_VALUE;
    }
  }
}
