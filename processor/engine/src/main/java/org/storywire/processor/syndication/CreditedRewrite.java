package org.storywire.processor.syndication;

import java.util.Objects;

/**
 * Link from an article to an earlier one whose outlet it credits and whose matter it retells in its
 * own words: not a copy.
 *
 * @param creditsId the article retold
 * @param similarity share of the shorter text found in the other, quotations included [0..1]
 */
public record CreditedRewrite(String creditsId, double similarity) {

  /** Checks that nothing is missing. */
  public CreditedRewrite {
    Objects.requireNonNull(creditsId, "creditsId");
  }
}
