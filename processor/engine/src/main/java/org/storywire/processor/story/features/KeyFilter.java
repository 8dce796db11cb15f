package org.storywire.processor.story.features;

/**
 * Rules out most keys that are not in a small set, by one bit a key that several keys may share.
 */
public final class KeyFilter {

  private static final int WORDS = 256;

  private final long[] bits = new long[WORDS];

  public void add(int key) {
    bits[key >>> 6 & WORDS - 1] |= 1L << key;
  }

  /** 0 if the key was not added; 1 tells nothing. A number, so that callers need no branch. */
  public int mayHave(int key) {
    return (int) (bits[key >>> 6 & WORDS - 1] >>> key) & 1;
  }
}
