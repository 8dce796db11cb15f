package org.storywire.processor.topics;

import java.util.List;

/**
 * The lexicon's evidence summed up below each top-level topic and brought to the range of the other
 * features. What the model learns about these numbers holds for every topic that has phrases, so
 * topics with few labelled articles profit from those with many.
 */
public final class TopLevelEvidence {

  private static final double MOST = 12;

  /** What one unit of the lexicon's evidence becomes. */
  static final double SCALE = 1.0 / 6;

  private final Lexicon lexicon;
  private final int topics;
  private final int[] topLevel;

  /** For the top-level topics of a taxonomy, in its order. */
  public TopLevelEvidence(Taxonomy taxonomy, Lexicon lexicon) {
    this.lexicon = lexicon;
    List<String> tops = taxonomy.topLevel().stream().map(Concept::code).toList();
    this.topics = tops.size();
    this.topLevel =
        lexicon.topics().stream().mapToInt(c -> tops.indexOf(taxonomy.topLevelOf(c))).toArray();
  }

  /** One number a top-level topic [0..2], from an article's terms. */
  public float[] of(String language, long[] title, long[] body) {
    return of(lexicon.evidence(language, title, body));
  }

  /** One number a top-level topic [0..2], from the evidence of all topics, most of it zero. */
  float[] of(double[] evidence) {
    double[] sums = new double[topics];
    for (int i = 0; i < evidence.length; i++) {
      if (evidence[i] > 0) {
        sums[topLevel[i]] += evidence[i];
      }
    }
    float[] scaled = new float[topics];
    for (int k = 0; k < topics; k++) {
      scaled[k] = (float) (Math.min(sums[k], MOST) * SCALE);
    }
    return scaled;
  }
}
