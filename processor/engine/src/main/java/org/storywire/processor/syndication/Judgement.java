package org.storywire.processor.syndication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one arriving article brings about.
 *
 * @param corrections news about articles judged before, by article id
 * @param siblings ids of articles that share its wording or its headline but tell other news: from
 *     one template, of one column, or of one house; a bounded number
 */
public record Judgement(
    CopyVerdict verdict,
    Optional<CreditedRewrite> rewrite,
    List<Correction> corrections,
    List<String> siblings) {

  /** Checks that nothing is missing, and copies. */
  public Judgement {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(rewrite, "rewrite");
    corrections = List.copyOf(corrections);
    siblings = List.copyOf(siblings);
  }

  /** A verdict that brings about nothing else. */
  static Judgement of(CopyVerdict verdict) {
    return new Judgement(verdict, Optional.empty(), List.of(), List.of());
  }
}
