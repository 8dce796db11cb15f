package org.storywire.processor.topics;

import java.util.Objects;

/**
 * What a term added to a topic's evidence.
 *
 * @param term the term as the article has it first, lower case
 * @param weight its part of the evidence [log-odds]; positive speaks for the topic
 */
public record TermWeight(String term, double weight) {

  /** Checks that nothing is missing. */
  public TermWeight {
    Objects.requireNonNull(term, "term");
  }
}
