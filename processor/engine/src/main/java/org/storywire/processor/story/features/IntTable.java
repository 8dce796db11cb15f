package org.storywire.processor.story.features;

import it.unimi.dsi.fastutil.HashCommon;

/**
 * Numbers by key, 0 where there is none. Key and number lie side by side in one array, so that a
 * look-up misses the processor's cache once, not twice. Keys are hashes: their first bits tell
 * where they lie, so that the array is almost in ascending order.
 */
public final class IntTable {

  private static final long NUMBER = 0xffffffffL;

  /** Key above, number below; 0 is free. At most two thirds are taken. */
  private long[] entries;

  private int mask;
  private int shift;
  private int size;

  /** An empty table with room for a number of keys. */
  public IntTable(int expected) {
    allocate(HashCommon.nextPowerOfTwo(Math.max(8, expected + expected / 2)));
  }

  private void allocate(int length) {
    entries = new long[length];
    mask = length - 1;
    shift = 32 - Integer.numberOfTrailingZeros(length);
  }

  public int size() {
    return size;
  }

  /** The number of a key; 0 if it has none. */
  public int get(int key) {
    return (int) entries[place(key)];
  }

  /** Sets the number of a key; 0 removes the key. */
  public void put(int key, int number) {
    set(place(key), key, number);
  }

  /** Adds to the number of a key, and tells it; one that becomes 0 is removed. */
  public int add(int key, int step) {
    int at = place(key);
    int number = (int) entries[at] + step;
    set(at, key, number);
    return number;
  }

  /** The number of a key; if it has none, the one given becomes its number. */
  int getOrPut(int key, int number) {
    int at = place(key);
    if (entries[at] == 0) {
      set(at, key, number);
      return number;
    }
    return (int) entries[at];
  }

  private void set(int at, int key, int number) {
    if (number == 0) {
      if (entries[at] != 0) {
        remove(at);
      }
      return;
    }
    size += entries[at] == 0 ? 1 : 0;
    entries[at] = (long) key << 32 | number & NUMBER;
    if (size > mask / 3 * 2) {
      grow();
    }
  }

  /** All keys, each with its number below it, in ascending order. */
  public long[] sorted() {
    long[] sorted = new long[size];
    int next = 0;
    for (long entry : entries) {
      if (entry != 0) {
        insert(entry, sorted, next++);
      }
    }
    return sorted;
  }

  /** Inserts into what is sorted already; hardly any entry moves, and not far. */
  private static void insert(long entry, long[] sorted, int size) {
    int at = size;
    while (at > 0 && sorted[at - 1] > entry) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = entry;
  }

  /** Where a key lies if nothing is in its way. */
  private int home(int key) {
    return (key ^ Integer.MIN_VALUE) >>> shift;
  }

  /** Where a key is, or would be. */
  private int place(int key) {
    int at = home(key);
    for (long entry = entries[at]; entry != 0 && (int) (entry >> 32) != key; entry = entries[at]) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** Moves up what would not be found behind a gap. */
  private void remove(int from) {
    size--;
    int gap = from;
    int at = gap + 1 & mask;
    for (long entry = entries[at]; entry != 0; entry = entries[at]) {
      int home = home((int) (entry >> 32));
      if ((at - home & mask) >= (at - gap & mask)) {
        entries[gap] = entry;
        gap = at;
      }
      at = at + 1 & mask;
    }
    entries[gap] = 0;
  }

  private void grow() {
    long[] before = entries;
    allocate(before.length * 2);
    for (long entry : before) {
      if (entry != 0) {
        entries[place((int) (entry >> 32))] = entry;
      }
    }
  }
}
