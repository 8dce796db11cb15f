package org.storywire.processor.syndication;

import java.time.Duration;
import org.storywire.processor.text.Tokens;

/** Turns an overlap into evidence that a person can check. */
final class Passages {

  private static final int LONGEST = 600;

  /** Room for the five tokens of the last shingle. */
  private static final int TAIL = 120;

  private Passages() {}

  /** Evidence for what {@code arriving} shares with {@code other}. */
  static CopyEvidence evidence(
      Fingerprint arriving,
      String body,
      Entry other,
      Overlap overlap,
      double confidence,
      double threshold) {
    int start = overlap.run == 0 ? -1 : overlap.runStart;
    int tokens = 0;
    String passage = "";
    if (start >= 0 && overlap.runEnd < body.length()) {
      int tail = Math.min(body.length(), overlap.runEnd + TAIL);
      Tokens last = Tokens.of(body.substring(overlap.runEnd, tail));
      int rest = Math.min(last.size(), Fingerprint.SHINGLE);
      tokens = Tokens.count(body, start, overlap.runEnd) + rest;
      int end = overlap.runEnd + (rest == 0 ? 0 : last.end(rest - 1));
      passage = cut(body, start, end);
    }
    return new CopyEvidence(
        other.id,
        overlap.containment(),
        overlap.jaccard(),
        overlap.keptShare(),
        tokens,
        passage,
        start,
        overlap.run == 0 ? -1 : overlap.otherRunStart,
        Duration.ofMillis(arriving.time() - other.time),
        confidence,
        threshold,
        SyndicationConfig.RULESET);
  }

  private static String cut(String body, int start, int end) {
    int last = Math.min(end, start + LONGEST);
    boolean splitsPair = last < end && Character.isHighSurrogate(body.charAt(last - 1));
    return body.substring(start, splitsPair ? last - 1 : last);
  }
}
