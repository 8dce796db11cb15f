package org.storywire.processor.monitor.ask;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The words of a text with their places: case, accents of Latin letters, punctuation and spacing do
 * not matter. In scripts without spaces every letter is a word.
 */
final class PassageWords {

  /** Words in a row that make a shingle, as in the processor's copy detection. */
  static final int SHINGLE = 5;

  private static final int LONGEST = 200_000;
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final char[] BARE = bareLatin();

  private long[] words = new long[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int size;

  private PassageWords() {}

  /** Reads a text; what follows its 200,000th character is passed over. */
  static PassageWords of(String text) {
    PassageWords wording = new PassageWords();
    int end = Math.min(text.length(), LONGEST);
    int start = -1;
    long hash = SEED;
    for (int at = 0; at < end; ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (Character.isLetterOrDigit(point)) {
        if (standsAlone(point)) {
          wording.add(start, at, hash);
          wording.add(at, next, (SEED ^ point) * PRIME);
          start = -1;
        } else {
          hash = start < 0 ? SEED : hash;
          start = start < 0 ? at : start;
          hash = (hash ^ bare(point)) * PRIME;
        }
      } else if (!isAccent(point)) {
        wording.add(start, at, hash);
        start = -1;
      }
      at = next;
    }
    wording.add(start, end, hash);
    return wording;
  }

  /** Words [0..]. */
  int size() {
    return size;
  }

  /** Where a word begins [UTF-16 units]. */
  int start(int word) {
    return starts[word];
  }

  /** Where a word ends, exclusive [UTF-16 units]. */
  int end(int word) {
    return ends[word];
  }

  /** Shingles [0..]. */
  int shingles() {
    return Math.max(0, size - SHINGLE + 1);
  }

  /** Hash of the shingle that begins with a word. */
  int shingle(int first) {
    long hash = SEED;
    for (int word = first; word < first + SHINGLE; word++) {
      hash = (hash ^ words[word]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private void add(int start, int end, long hash) {
    if (start < 0) {
      return;
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    words[size] = hash;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  private static int bare(int point) {
    int lower = Character.toLowerCase(point);
    return lower < BARE.length ? BARE[lower] : lower;
  }

  private static boolean isAccent(int point) {
    return point >= 0x300 && point <= 0x36F;
  }

  /** Thai, Lao, Myanmar, Khmer, kana and ideographs. */
  private static boolean standsAlone(int point) {
    return point >= 0x0E00
        && (point <= 0x0EFF
            || point >= 0x1000 && point <= 0x109F
            || point >= 0x1780 && point <= 0x17FF
            || point >= 0x3040 && point <= 0x30FF
            || Character.isIdeographic(point));
  }

  private static char[] bareLatin() {
    char[] bare = new char[0x250];
    for (char c = 0; c < bare.length; c++) {
      bare[c] = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }
    return bare;
  }
}
