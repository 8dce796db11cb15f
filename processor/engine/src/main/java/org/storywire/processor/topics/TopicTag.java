package org.storywire.processor.topics;

import java.util.Objects;

/**
 * A subject that was found in an article.
 *
 * @param code code with prefix, for example {@code medtop:16000000}
 * @param label preferred English label
 * @param score calibrated probability that the subject applies [0..1]
 * @param implied whether it is given only as the ancestor of a subject that was found
 */
public record TopicTag(String code, String label, double score, boolean implied) {

  /** Checks the range of the score. */
  public TopicTag {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(label, "label");
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "illegal score of " + code + ": " + score + ", must be between 0 and 1");
    }
  }
}
