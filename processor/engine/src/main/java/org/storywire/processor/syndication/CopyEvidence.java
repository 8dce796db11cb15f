package org.storywire.processor.syndication;

import java.time.Duration;
import java.util.Objects;

/**
 * What an article shares with another, so that a person can check the verdict.
 *
 * @param otherId article compared with
 * @param containment share of the shorter text's prose found in the other [0..1]
 * @param jaccard shared shingles over all shingles of both [0..1]
 * @param keptShare share of the other's prose that this article keeps [0..1]
 * @param longestRun longest shared passage [tokens]
 * @param passage the longest shared passage as this article writes it, at most 600 characters
 * @param passageAt where it begins in this article's body [UTF-16 units]; -1 if unknown
 * @param passageAtOther where it begins in the other's body [UTF-16 units]; -1 if unknown
 * @param lag event time after the other; negative if the other is later
 * @param confidence how sure the verdict is [0..1]
 * @param threshold containment needed for a copy [0..1]
 * @param ruleset version of the rules
 */
public record CopyEvidence(
    String otherId,
    double containment,
    double jaccard,
    double keptShare,
    int longestRun,
    String passage,
    int passageAt,
    int passageAtOther,
    Duration lag,
    double confidence,
    double threshold,
    String ruleset) {

  /** Checks that nothing is missing. */
  public CopyEvidence {
    Objects.requireNonNull(otherId, "otherId");
    Objects.requireNonNull(passage, "passage");
    Objects.requireNonNull(lag, "lag");
    Objects.requireNonNull(ruleset, "ruleset");
  }
}
