package org.storywire.processor.topics;

import org.storywire.processor.text.Hashing;

/**
 * Turns an article's terms into a sparse vector: known terms and pairs of neighbouring terms,
 * weighted by {@code (1 + ln times) * idf}, scaled to length 1. A term in the title counts as
 * several in the body. What training did not keep is ignored. Each language has a table of its own:
 * "war" is no English word in a German article.
 */
public final class FeatureTable {

  private static final int TITLE_TIMES = 3;

  /** What the idf of a term in one of many articles is above that of a term in two to three. */
  private static final double RARE = Math.log(2.5);

  private final long[] hashes;
  private final float[] idf;
  private final HashIndex ids;
  private final float rarest;

  /**
   * A table of features. The terms of a pair must be features too, or the pair is never found.
   *
   * @param hashes hash of each feature, a term or {@link #pair}; look-ups are fastest if frequent
   *     features come first
   * @param idf inverse document frequency of each (0..]
   */
  public FeatureTable(long[] hashes, float[] idf) {
    this.hashes = hashes.clone();
    this.idf = idf.clone();
    this.ids = new HashIndex(hashes);
    float most = 0;
    for (float value : idf) {
      most = Math.max(most, value);
    }
    this.rarest = most;
  }

  /** Hash of two neighbouring features. */
  public static long pair(long left, long right) {
    return Hashing.combine(left, right);
  }

  /** Number of features. */
  public int size() {
    return hashes.length;
  }

  /** Hash of feature {@code id}. */
  public long hash(int id) {
    return hashes[id];
  }

  /** Inverse document frequency of feature {@code id}. */
  public float idf(int id) {
    return idf[id];
  }

  /**
   * Whether one or two articles held the feature: such a word is kept only where its vector told
   * what it means.
   */
  boolean isRare(int id) {
    return idf[id] > rarest - RARE;
  }

  /** Number of the feature with this hash; -1 if there is none. */
  public int id(long hash) {
    return ids.get(hash);
  }

  /** The article's vector, features in order of appearance; empty if it has no known term. */
  public SparseVector vector(long[] title, long[] body) {
    Counter counter = new Counter(2 * (title.length + body.length));
    collect(title, TITLE_TIMES, counter);
    collect(body, 1, counter);
    float[] values = new float[counter.size];
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      int times = Math.min(counter.times[i], LOGS.length - 1);
      values[i] = LOGS[times] * idf[counter.ids[i]];
      square += values[i] * values[i];
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return new SparseVector(counter.ids, values, values.length);
  }

  /** Counts feature numbers in a small open-addressing table, in order of appearance. */
  private static final class Counter {

    private final int[] slots;
    private final int[] ids;
    private final int[] times;
    private int size;

    Counter(int most) {
      ids = new int[most];
      times = new int[most];
      slots = new int[Integer.highestOneBit(Math.max(2, most)) * 2];
    }

    void add(int id, int count) {
      int mask = slots.length - 1;
      int slot = (id * 0x9E3779B9 >>> 7) & mask;
      while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        ids[size] = id;
        slots[slot] = ++size;
      }
      times[slots[slot] - 1] += count;
    }
  }

  private static final float[] LOGS = logs();

  private static float[] logs() {
    float[] logs = new float[256];
    for (int times = 1; times < logs.length; times++) {
      logs[times] = (float) (1 + Math.log(times));
    }
    return logs;
  }

  /** A pair is only looked for between known terms: selection keeps no other. */
  private void collect(long[] terms, int count, Counter counter) {
    long left = 0;
    int leftId = -1;
    for (long right : terms) {
      int id = ids.get(right);
      if (id >= 0) {
        counter.add(id, count);
        int pair = leftId >= 0 ? ids.get(pair(left, right)) : -1;
        if (pair >= 0) {
          counter.add(pair, count);
        }
      }
      left = right;
      leftId = id;
    }
  }
}
