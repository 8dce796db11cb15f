package org.storywire.processor.syndication;

import java.time.Duration;
import org.storywire.processor.text.Tokens;

/** Turns an overlap into evidence that a person can check. */
final class Passages {

  private static final int LONGEST = 600;

  /** Room for five tokens after the place where the last shingle begins. */
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
      String stretch = body.substring(start, Math.min(body.length(), overlap.runEnd + TAIL));
      Tokens words = Tokens.of(stretch);
      int last = words.firstAt(overlap.runEnd - start);
      tokens = Math.min(words.size(), last + Fingerprint.SHINGLE);
      passage = cut(stretch.substring(0, words.end(tokens - 1)));
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

  private static String cut(String passage) {
    if (passage.length() <= LONGEST) {
      return passage;
    }
    int end = Character.isHighSurrogate(passage.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return passage.substring(0, end);
  }
}
