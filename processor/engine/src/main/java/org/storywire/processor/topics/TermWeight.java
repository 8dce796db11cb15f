package org.storywire.processor.topics;

import java.util.Objects;

/**
 * What a term added to a topic's evidence.
 *
 * @param term the term as the article has it first, lower case
 * @param weight its part of the evidence [log-odds]; positive speaks for the topic
 * @param kind how the tagger came to know the term
 */
public record TermWeight(String term, double weight, Kind kind) {

  /** How the tagger came to know a term. */
  public enum Kind {
    /** A phrase that the lexicon lists for the topic or one below it. */
    LISTED,
    /** A word or pair of words that labelled articles taught. */
    LEARNED,
    /** A word that hardly any labelled article held: judged by its neighbours in meaning. */
    LIKE_OTHERS
  }

  /** Checks that nothing is missing. */
  public TermWeight {
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(kind, "kind");
  }
}
