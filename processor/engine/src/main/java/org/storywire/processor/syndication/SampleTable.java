package org.storywire.processor.syndication;

import java.util.Arrays;

/** Finds the place of a hash in an array of distinct hashes; at most half full. */
final class SampleTable {

  private static final int SMALLEST = 64;

  /** Place in the array plus one; 0 if free. */
  private int[] table = new int[SMALLEST];

  private int mask = SMALLEST - 1;

  /** Empties the table and makes room for {@code size} hashes. */
  void clear(int size) {
    int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, size)) * 4);
    mask = capacity - 1;
    if (table.length < capacity) {
      table = new int[capacity];
    } else {
      Arrays.fill(table, 0, capacity, 0);
    }
  }

  /** Place of {@code hash} in {@code hashes}; -1 if it was not put. */
  int find(int[] hashes, int hash) {
    for (int at = home(hash); table[at] != 0; at = (at + 1) & mask) {
      int place = table[at] - 1;
      if (hashes[place] == hash) {
        return place;
      }
    }
    return -1;
  }

  /** Puts the hash that stands at {@code place} and was not put yet. */
  void put(int[] hashes, int place) {
    int at = home(hashes[place]);
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = place + 1;
  }

  private int home(int hash) {
    return (hash * 0x9e3779b9) >>> 7 & mask;
  }
}
