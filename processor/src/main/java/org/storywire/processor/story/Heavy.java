package org.storywire.processor.story;

/** A key with its weight in one number: sorts by weight, heaviest first, then by key. */
final class Heavy {

  private Heavy() {}

  /** An entry; weights are not negative. */
  static long of(int key, float weight) {
    return (long) -Float.floatToIntBits(weight) << 32 | (key ^ Integer.MIN_VALUE) & 0xffffffffL;
  }

  static int key(long entry) {
    return (int) entry ^ Integer.MIN_VALUE;
  }

  static float weight(long entry) {
    return Float.intBitsToFloat(-(int) (entry >> 32));
  }
}
