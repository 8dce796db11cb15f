package org.storywire.processor.affair;

import java.util.Arrays;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * Hashed terms with their weights: of one article, or the sum of an affair's articles (the centroid
 * of topic tracking, Allan et al. 1998). Immutable; sums are made in the order of keys, so that a
 * restored vector answers to the bit like the one that was stored.
 */
public final class TermVector {

  /** Terms of an article that are kept. */
  private static final int MOST_OF_ARTICLE = 60;

  /** An affair's terms are cut to half of this when there are more. */
  private static final int MOST_OF_AFFAIR = 400;

  static final TermVector NONE = new TermVector(new int[0], new float[0]);

  private final int[] keys;
  private final float[] weights;
  private final double norm;

  private TermVector(int[] keys, float[] weights) {
    this.keys = keys;
    this.weights = weights;
    double squares = 0;
    for (float weight : weights) {
      squares += (double) weight * weight;
    }
    this.norm = Math.sqrt(squares);
  }

  /**
   * The heaviest 60 terms of an article, scaled to length 1.
   *
   * @param keys distinct
   * @param weights of the keys, none negative
   */
  public static TermVector of(int[] keys, float[] weights) {
    TermVector heaviest = heaviest(keys, weights, MOST_OF_ARTICLE);
    float[] scaled = heaviest.weights;
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (scaled[i] / heaviest.norm);
    }
    return new TermVector(heaviest.keys, scaled);
  }

  private static TermVector heaviest(int[] keys, float[] weights, int most) {
    long[] byWeight = new long[keys.length];
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (weights[i] > 0) {
        byWeight[size++] =
            (long) -Float.floatToIntBits(weights[i]) << 32
                | (keys[i] ^ Integer.MIN_VALUE) & 0xffffffffL;
      }
    }
    Arrays.sort(byWeight, 0, size);
    size = Math.min(size, most);
    long[] byKey = new long[size];
    for (int i = 0; i < size; i++) {
      long key = (int) byWeight[i] ^ Integer.MIN_VALUE;
      byKey[i] = key << 32 | -(byWeight[i] >> 32);
    }
    Arrays.sort(byKey);
    int[] kept = new int[size];
    float[] keptWeights = new float[size];
    for (int i = 0; i < size; i++) {
      kept[i] = (int) (byKey[i] >> 32);
      keptWeights[i] = Float.intBitsToFloat((int) byKey[i]);
    }
    return new TermVector(kept, keptWeights);
  }

  /** The sum of both; the heaviest 200 terms if there are more than 400. */
  TermVector plus(TermVector other) {
    int[] sumKeys = new int[keys.length + other.keys.length];
    float[] sum = new float[sumKeys.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length || j < other.keys.length) {
      boolean left = j == other.keys.length || i < keys.length && keys[i] <= other.keys[j];
      boolean right = i == keys.length || j < other.keys.length && other.keys[j] <= keys[i];
      sumKeys[size] = left ? keys[i] : other.keys[j];
      sum[size++] = (left ? weights[i] : 0) + (right ? other.weights[j] : 0);
      i += left ? 1 : 0;
      j += right ? 1 : 0;
    }
    sumKeys = Arrays.copyOf(sumKeys, size);
    sum = Arrays.copyOf(sum, size);
    return size > MOST_OF_AFFAIR
        ? heaviest(sumKeys, sum, MOST_OF_AFFAIR / 2)
        : new TermVector(sumKeys, sum);
  }

  /** Cosine of two vectors [0..1]; 0 if either is empty. */
  double cosine(TermVector other) {
    double product = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length && j < other.keys.length) {
      if (keys[i] == other.keys[j]) {
        product += (double) weights[i++] * other.weights[j++];
      } else if (keys[i] < other.keys[j]) {
        i++;
      } else {
        j++;
      }
    }
    return product == 0 ? 0 : product / (norm * other.norm);
  }

  void write(ByteWriter out) {
    out.hashes(keys);
    for (float weight : weights) {
      out.fixed(Float.floatToIntBits(weight));
    }
  }

  static TermVector read(ByteReader in) {
    int[] keys = in.hashes();
    float[] weights = new float[keys.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Float.intBitsToFloat(in.fixed());
    }
    return new TermVector(keys, weights);
  }
}
