package org.storywire.processor.workbench.topics;

/**
 * One text to learn from: its features, and what is known of its topics.
 *
 * @param ids sparse features
 * @param values their values
 * @param dense values of the dense features: lexicon evidence, then word vectors
 * @param topics the topics it has, one bit each
 * @param sure those of them that a publisher says
 * @param further topics it may well have too, one bit each
 * @param hinted a topic that no label names and the lexicon speaks for, one bit
 * @param weight how much it counts
 * @param terms length of the text
 * @param fold by outlet
 */
record Lesson(
    Example example,
    int[] ids,
    float[] values,
    float[] dense,
    int topics,
    int sure,
    int further,
    int hinted,
    float weight,
    int terms,
    int fold) {

  private static final float MACHINE_GIVEN = 0.6f;
  private static final float MAY_WELL_HAVE = 0.25f;
  private static final float HINTED = 0.3f;

  boolean is(int topic) {
    return (topics >> topic & 1) != 0;
  }

  /** Whether it teaches that it has the topic: by a label, or by the lexicon alone. */
  boolean teaches(int topic) {
    return ((topics | hinted) >> topic & 1) != 0;
  }

  /** Whether too little is known to judge a scale by it. */
  boolean isUnknown(int topic) {
    return !is(topic) && ((further | hinted) >> topic & 1) != 0;
  }

  /** How much it counts for a topic: a weak counter-example where it may well have it. */
  float weight(int topic) {
    if (is(topic)) {
      return (sure >> topic & 1) != 0 ? weight : weight * MACHINE_GIVEN;
    }
    if ((hinted >> topic & 1) != 0) {
      return weight * HINTED;
    }
    return (further >> topic & 1) != 0 ? weight * MAY_WELL_HAVE : weight;
  }
}
