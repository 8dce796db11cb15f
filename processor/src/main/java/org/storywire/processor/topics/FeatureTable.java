package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.storywire.processor.text.Hashing;

/**
 * Turns an article's terms into a sparse vector: known terms and pairs of neighbouring terms,
 * weighted by {@code (1 + ln times) * idf}, scaled to length 1. A term in the title counts as
 * several in the body. What training did not keep is ignored. Terms of each language are features
 * of their own: "war" is no English word in a German article.
 */
public final class FeatureTable {

  private static final int TITLE_TIMES = 3;

  private final long[] hashes;
  private final float[] idf;
  private final Long2IntOpenHashMap ids;

  /**
   * A table of features.
   *
   * @param hashes hash of each feature, ascending: {@link #term} or {@link #pair}
   * @param idf inverse document frequency of each (0..]
   */
  public FeatureTable(long[] hashes, float[] idf) {
    this.hashes = hashes.clone();
    this.idf = idf.clone();
    this.ids = new Long2IntOpenHashMap(hashes.length, 0.5f);
    this.ids.defaultReturnValue(-1);
    for (int i = 0; i < hashes.length; i++) {
      ids.put(hashes[i], i);
    }
  }

  /** Hash of a term as a feature of articles in a language. */
  public static long term(String language, long term) {
    return term(salt(language), term);
  }

  private static long salt(String language) {
    return language.equals("en") ? 0 : Hashing.hash64(language);
  }

  private static long term(long salt, long term) {
    return salt == 0 ? term : Hashing.combine(salt, term);
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

  /** Number of the feature with this hash; -1 if there is none. */
  public int id(long hash) {
    return ids.get(hash);
  }

  /** The article's vector; empty if it has no known term. */
  public SparseVector vector(String language, long[] title, long[] body) {
    long salt = salt(language);
    int[] found = new int[2 * (title.length * TITLE_TIMES + body.length)];
    int size = 0;
    for (int time = 0; time < TITLE_TIMES; time++) {
      size = collect(salt, title, found, size);
    }
    size = collect(salt, body, found, size);
    Arrays.sort(found, 0, size);
    int distinct = 0;
    float[] values = new float[size];
    double square = 0;
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && found[to] == found[from]) {
        to++;
      }
      int id = found[from];
      float value = LOGS[Math.min(to - from, LOGS.length - 1)] * idf[id];
      found[distinct] = id;
      values[distinct++] = value;
      square += value * value;
      from = to;
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int i = 0; i < distinct; i++) {
      values[i] *= scale;
    }
    return new SparseVector(found, values, distinct);
  }

  private static final float[] LOGS = logs();

  private static float[] logs() {
    float[] logs = new float[256];
    for (int times = 1; times < logs.length; times++) {
      logs[times] = (float) (1 + Math.log(times));
    }
    return logs;
  }

  private int collect(long salt, long[] terms, int[] found, int from) {
    int size = from;
    long left = 0;
    for (int i = 0; i < terms.length; i++) {
      long right = term(salt, terms[i]);
      int id = ids.get(right);
      if (id >= 0) {
        found[size++] = id;
      }
      int pair = i > 0 ? ids.get(pair(left, right)) : -1;
      if (pair >= 0) {
        found[size++] = pair;
      }
      left = right;
    }
    return size;
  }
}
