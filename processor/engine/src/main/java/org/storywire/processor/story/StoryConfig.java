package org.storywire.processor.story;

import java.time.Duration;

/**
 * Settings of the story feature.
 *
 * @param closeAfter a story without coverage for so long is closed
 * @param recentFor stories without coverage for longer keep only names, streets and rare terms
 * @param forgetAfter stories without coverage for longer are forgotten
 * @param allowedLateness articles older than the edition's clock by more are late
 * @param maximumArticles most articles held; the least recently updated story leaves first
 * @param maximumMembers most articles held of one story; the oldest after the first leaves first
 * @param candidates members that are compared with an arriving article
 */
public record StoryConfig(
    Duration closeAfter,
    Duration recentFor,
    Duration forgetAfter,
    Duration allowedLateness,
    int maximumArticles,
    int maximumMembers,
    int candidates) {

  /** Checks ranges. */
  public StoryConfig {
    positive("story.close-after", closeAfter);
    positive("story.recent-for", recentFor);
    positive("story.forget-after", forgetAfter);
    positive("story.allowed-lateness", allowedLateness);
    if (forgetAfter.compareTo(closeAfter) < 0 || forgetAfter.compareTo(recentFor) < 0) {
      throw new IllegalArgumentException(
          "illegal story.forget-after: "
              + forgetAfter
              + ", must be at least story.close-after ("
              + closeAfter
              + ") and story.recent-for ("
              + recentFor
              + ")");
    }
    atLeast("story.maximum-articles", maximumArticles, 10);
    atLeast("story.maximum-members", maximumMembers, 4);
    atLeast("story.candidates", candidates, 1);
  }

  /** The settings that ship. */
  public static StoryConfig defaults() {
    return new StoryConfig(
        Duration.ofDays(14),
        Duration.ofDays(60),
        Duration.ofDays(1095),
        Duration.ofHours(24),
        200_000,
        400,
        15);
  }

  private static void positive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("illegal " + key + ": " + value + ", must be positive");
    }
  }

  private static void atLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "illegal " + key + ": " + value + ", must be at least " + least);
    }
  }
}
