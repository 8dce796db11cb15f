package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/** Hashed features with counts, sorted by hash. Never changes. */
final class Bag {

  static final Bag EMPTY = new Bag(new int[0], new byte[0]);

  private final int[] keys;
  private final byte[] counts;

  private Bag(int[] keys, byte[] counts) {
    this.keys = keys;
    this.counts = counts;
  }

  static Bag of(Int2IntOpenHashMap counted) {
    if (counted.isEmpty()) {
      return EMPTY;
    }
    int[] keys = counted.keySet().toIntArray();
    Arrays.sort(keys);
    byte[] counts = new byte[keys.length];
    for (int i = 0; i < keys.length; i++) {
      counts[i] = (byte) Math.min(127, counted.get(keys[i]));
    }
    return new Bag(keys, counts);
  }

  int size() {
    return keys.length;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  int key(int i) {
    return keys[i];
  }

  int count(int i) {
    return counts[i];
  }

  /** Place of a key, negative if absent. */
  int find(int key) {
    return Arrays.binarySearch(keys, key);
  }

  /** The features that pass, in the same order. */
  Bag keep(java.util.function.IntPredicate passes) {
    int[] kept = new int[keys.length];
    byte[] keptCounts = new byte[keys.length];
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (passes.test(keys[i])) {
        kept[size] = keys[i];
        keptCounts[size++] = counts[i];
      }
    }
    return new Bag(Arrays.copyOf(kept, size), Arrays.copyOf(keptCounts, size));
  }

  void write(ByteWriter out) {
    out.hashes(keys);
    for (byte count : counts) {
      out.raw(count);
    }
  }

  static Bag read(ByteReader in) {
    int[] keys = in.hashes();
    byte[] counts = new byte[keys.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (byte) in.raw();
    }
    return keys.length == 0 ? EMPTY : new Bag(keys, counts);
  }
}
