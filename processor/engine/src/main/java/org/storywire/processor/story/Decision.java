package org.storywire.processor.story;

import java.util.List;
import java.util.Optional;

/**
 * Why an article was put into its story.
 *
 * @param reason one sentence a person can read
 * @param score score of the chosen story [0..1]; of the best rejected one where a story was opened;
 *     0 if there was no candidate
 * @param threshold score needed to join [0..1]
 * @param parts parts of the score of the member most alike, heaviest contribution first; empty
 *     where the verdict alone decided
 * @param nextStoryId the next-best story
 * @param nextScore its score [0..1]
 * @param ruleset version of rules and weights
 */
public record Decision(
    String reason,
    double score,
    double threshold,
    List<Part> parts,
    Optional<String> nextStoryId,
    double nextScore,
    String ruleset) {

  /**
   * One similarity in a score.
   *
   * @param name what was compared
   * @param value similarity or feature value
   * @param weight weight the value carries in the log-odds
   */
  public record Part(String name, double value, double weight) {}

  /** Copies. */
  public Decision {
    parts = List.copyOf(parts);
  }
}
