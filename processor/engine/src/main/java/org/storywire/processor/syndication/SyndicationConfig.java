package org.storywire.processor.syndication;

import java.time.Duration;

/**
 * Settings of copy detection.
 *
 * @param window how far apart two copies may lie, and how long an article is held [event time]
 * @param containment share of the shorter text's prose that must be shared [0..1]
 * @param strongContainment share that is enough wherever the shared prose stands [0..1]
 * @param spread share of the longer text's tenths that the shared prose must touch [0..1]
 * @param opening share of both openings that the shared prose must cover [0..1]
 * @param sameSourceContainment share that is enough within one source, beside a shared opening
 *     [0..1]
 * @param sameSourceJaccard resemblance that is enough within one source without a shared opening
 *     [0..1]
 * @param minimumShingles prose a text needs before it can be a copy [shingles]
 * @param rewriteSimilarity share of the shorter text that a credited rewrite must share [0..1]
 * @param maxPostings articles kept for one shingle of the index, latest first out last
 * @param maxCandidates articles compared with one arriving article
 */
public record SyndicationConfig(
    Duration window,
    double containment,
    double strongContainment,
    double spread,
    double opening,
    double sameSourceContainment,
    double sameSourceJaccard,
    int minimumShingles,
    double rewriteSimilarity,
    int maxPostings,
    int maxCandidates) {

  /** Version of the rules, stated in all evidence; changes whenever a verdict may change. */
  public static final String RULESET = "copy-4";

  /** Checks ranges. */
  public SyndicationConfig {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "illegal syndication.window: " + window + ", must be positive");
    }
    share("containment", containment);
    share("strong-containment", strongContainment);
    share("spread", spread);
    share("opening", opening);
    share("same-source-containment", sameSourceContainment);
    share("same-source-jaccard", sameSourceJaccard);
    share("rewrite-similarity", rewriteSimilarity);
    positive("minimum-shingles", minimumShingles);
    positive("max-postings", maxPostings);
    positive("max-candidates", maxCandidates);
  }

  /** The settings every figure in the documentation was measured with. */
  public static SyndicationConfig defaults() {
    return new SyndicationConfig(
        Duration.ofDays(14), 0.30, 0.70, 0.40, 0.40, 0.50, 0.80, 40, 0.05, 32, 48);
  }

  /** The same settings with another window. */
  public SyndicationConfig withWindow(Duration other) {
    return new SyndicationConfig(
        other,
        containment,
        strongContainment,
        spread,
        opening,
        sameSourceContainment,
        sameSourceJaccard,
        minimumShingles,
        rewriteSimilarity,
        maxPostings,
        maxCandidates);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "illegal syndication." + name + ": " + value + ", must be between 0 and 1");
    }
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "illegal syndication." + name + ": " + value + ", must be at least 1");
    }
  }
}
