package org.storywire.processor.topics;

/**
 * What the lexicon's evidence alone says of a topic: it is right where it speaks for one topic and
 * for no other, whatever kind of news the article is. Learned over all labelled sets alike, so it
 * holds for news that the word weights have never met.
 *
 * @param lead weight of how far the topic is ahead of the strongest other one
 * @param amount weight of the evidence
 * @param bias log-odds of a topic that shares the lead on no evidence
 */
public record LexiconOpinion(float lead, float amount, float bias) {

  /** Evidence below this is chance: one word of the body. */
  public static final float LEAST = 0.15f;

  private static final float ENOUGH = 1;
  private static final float SMOOTHING = 0.2f;
  private static final double UNLIKELY = -5;

  /** Part of the words' say where they are sure of no topic; the rest is the lexicon's. */
  private static final double WORDS = 1 / 3.0;

  /**
   * What the weights are for: lead over the strongest other topic [-1..1], and evidence as far as
   * more of it says more [0..1].
   */
  public static double[] inputs(float[] evidence, int topic) {
    float other = 0;
    for (int j = 0; j < evidence.length; j++) {
      other = j == topic ? other : Math.max(other, evidence[j]);
    }
    float own = evidence[topic];
    return new double[] {(own - other) / (own + other + SMOOTHING), Math.min(own, ENOUGH)};
  }

  /** Log-odds of a topic by the evidence for all of them. */
  double logOdds(float[] evidence, int topic) {
    if (evidence[topic] < LEAST) {
      return UNLIKELY;
    }
    double[] inputs = inputs(evidence, topic);
    return lead * inputs[0] + amount * inputs[1] + bias;
  }

  /** Log-odds of a topic by words that are sure of none and the lexicon together. */
  double beside(double words, float[] evidence, int topic) {
    return WORDS * words + (1 - WORDS) * logOdds(evidence, topic);
  }
}
