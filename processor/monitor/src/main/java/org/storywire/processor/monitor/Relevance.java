package org.storywire.processor.monitor;

import java.time.Duration;

/**
 * How well a story answers a search, as a logarithm that needs no ageing, like {@link Heat}: twice
 * as relevant, twice as many sources or a month later count the same.
 */
final class Relevance {

  private static final Duration HALF_LIFE = Duration.ofDays(30);

  private Relevance() {}

  static double of(Words words, HeldStory story) {
    double weight = words.relevance(story, story.words()) + 0.1;
    return log2(weight)
        + log2(1 + story.independent)
        + story.lastAt.toEpochMilli() / (double) HALF_LIFE.toMillis();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
