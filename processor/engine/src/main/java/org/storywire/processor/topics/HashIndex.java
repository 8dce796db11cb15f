package org.storywire.processor.topics;

/**
 * Numbers the hashes of a set, for look-ups that mostly fail. A bit set, small enough for the
 * processor's cache, tells most of what is not there; an open-addressing table tells the rest, with
 * number and hash in one word, so that a look-up touches one place. The word keeps a hash's upper
 * bits; the lower ones are as many as tell where in the table it lies.
 */
final class HashIndex {

  static final int ABSENT = -1;

  private static final int BITS_A_HASH = 16;

  private final long[] filter;
  private final int filterShift;
  private final long[] table;
  private final long numbers;

  /** An index in which {@code hashes[i]} has number {@code i}; each must be there once. */
  HashIndex(long[] hashes) {
    int log = 64 - Long.numberOfLeadingZeros(Math.max(8, hashes.length) * 3L / 2);
    this.table = new long[1 << log];
    this.numbers = table.length - 1;
    this.filterShift = Long.numberOfLeadingZeros(table.length * (BITS_A_HASH / 2L)) + 1;
    this.filter = new long[1 << 64 - filterShift - 6];
    for (int number = 0; number < hashes.length; number++) {
      add(hashes[number], number);
    }
  }

  private void add(long hash, int number) {
    int bit = (int) (hash >>> filterShift);
    filter[bit >>> 6] |= 1L << bit;
    int slot = (int) (hash & numbers);
    while (table[slot] != 0) {
      slot = (slot + 1) & (int) numbers;
    }
    table[slot] = (hash & ~numbers) | (number + 1);
  }

  /** The hash's number; {@link #ABSENT} if it is not in the set. */
  int get(long hash) {
    int bit = (int) (hash >>> filterShift);
    return (filter[bit >>> 6] & 1L << bit) == 0 ? ABSENT : find(hash);
  }

  private int find(long hash) {
    int slot = (int) (hash & numbers);
    while (table[slot] != 0) {
      if (((table[slot] ^ hash) & ~numbers) == 0) {
        return (int) (table[slot] & numbers) - 1;
      }
      slot = (slot + 1) & (int) numbers;
    }
    return ABSENT;
  }
}
