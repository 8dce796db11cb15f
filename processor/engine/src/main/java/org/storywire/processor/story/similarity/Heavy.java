package org.storywire.processor.story.similarity;

import java.util.Arrays;

/** A key with its weight in one number: sorts by weight, heaviest first, then by key. */
public final class Heavy {

  private Heavy() {}

  /** An entry; weights are not negative. */
  static long of(int key, float weight) {
    return (long) -Float.floatToIntBits(weight) << 32 | (key ^ Integer.MIN_VALUE) & 0xffffffffL;
  }

  /**
   * The heaviest of the first entries of an array, in order; the array is left in disorder.
   *
   * @param size how many entries there are
   * @param most how many at most
   */
  static long[] heaviest(long[] entries, int size, int most) {
    int from = 0;
    int to = size - 1;
    while (size > most && from < to) {
      long pivot = entries[(from + to) >>> 1];
      int left = from;
      int right = to;
      while (left <= right) {
        while (entries[left] < pivot) {
          left++;
        }
        while (entries[right] > pivot) {
          right--;
        }
        if (left <= right) {
          long swapped = entries[left];
          entries[left++] = entries[right];
          entries[right--] = swapped;
        }
      }
      if (most <= right) {
        to = right;
      } else if (most >= left) {
        from = left;
      } else {
        break;
      }
    }
    long[] heaviest = Arrays.copyOf(entries, Math.min(most, size));
    Arrays.sort(heaviest);
    return heaviest;
  }

  public static int key(long entry) {
    return (int) entry ^ Integer.MIN_VALUE;
  }

  public static float weight(long entry) {
    return Float.intBitsToFloat(-(int) (entry >> 32));
  }
}
