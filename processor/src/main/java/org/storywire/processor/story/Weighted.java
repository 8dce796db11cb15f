package org.storywire.processor.story;

import java.time.Instant;
import java.util.function.IntToDoubleFunction;

/** Features of an article with the weights they have at the moment. */
final class Weighted {

  private final StoryFeatures features;
  private final String source;
  private final Instant at;
  private final double[][] rarity = new double[Field.COUNT][];
  private final float[] norms = new float[Field.COUNT];
  private final double[] masses = new double[Field.COUNT];

  Weighted(Arrival arrival, IntToDoubleFunction idf) {
    this(arrival.features(), arrival.source(), arrival.at(), idf);
  }

  Weighted(HeldArticle article, IntToDoubleFunction idf) {
    this(article.features().orElseThrow(), article.source, article.at, idf);
  }

  private Weighted(StoryFeatures features, String source, Instant at, IntToDoubleFunction idf) {
    this.features = features;
    this.source = source;
    this.at = at;
    for (Field field : Field.values()) {
      Bag bag = features.bag(field);
      double[] values = new double[bag.size()];
      double squares = 0;
      double mass = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = idf.applyAsDouble(bag.key(i));
        double weight = tf(bag.count(i)) * values[i];
        squares += weight * weight;
        mass += values[i];
      }
      rarity[field.ordinal()] = values;
      norms[field.ordinal()] = (float) Math.sqrt(squares);
      masses[field.ordinal()] = mass;
    }
  }

  /** Weight of a count: 1 for one mention, growing slowly. */
  static double tf(int count) {
    return count < TF.length ? TF[count] : 1 + Math.log(count);
  }

  private static final double[] TF = new double[16];

  static {
    for (int i = 1; i < TF.length; i++) {
      TF[i] = 1 + Math.log(i);
    }
  }

  String source() {
    return source;
  }

  Instant at() {
    return at;
  }

  StoryFeatures features() {
    return features;
  }

  /** Inverse document frequencies of a field's features, in the bag's order. */
  double[] rarity(Field field) {
    return rarity[field.ordinal()];
  }

  float norm(Field field) {
    return norms[field.ordinal()];
  }

  float[] norms() {
    return norms.clone();
  }

  /** Sum of inverse document frequencies. */
  double mass(Field field) {
    return masses[field.ordinal()];
  }
}
