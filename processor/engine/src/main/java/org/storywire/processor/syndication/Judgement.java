package org.storywire.processor.syndication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one arriving article brings about.
 *
 * @param corrections news about articles judged before, by article id
 */
public record Judgement(
    CopyVerdict verdict, Optional<CreditedRewrite> rewrite, List<Correction> corrections) {

  /** Checks that nothing is missing, and copies. */
  public Judgement {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(rewrite, "rewrite");
    corrections = List.copyOf(corrections);
  }

  /** A verdict that brings about nothing else. */
  static Judgement of(CopyVerdict verdict) {
    return new Judgement(verdict, Optional.empty(), List.of());
  }
}
