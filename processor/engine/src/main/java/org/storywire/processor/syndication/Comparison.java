package org.storywire.processor.syndication;

/**
 * What any two articles share, however far apart they were published: for a person who asks why one
 * is, or is not, a copy of the other.
 *
 * @param copies whether the rules take one for a copy of the other
 * @param evidence what the first article shares with the second
 */
public record Comparison(boolean copies, CopyEvidence evidence) {

  /**
   * Compares two articles.
   *
   * @param body the text {@code article} was made from, for the passage
   */
  public static Comparison of(
      SyndicationConfig config, Fingerprint article, String body, Fingerprint other) {
    Comparer comparer = new Comparer();
    comparer.begin(article);
    return of(config, comparer, article, body, Entry.of(other));
  }

  /** Compares the article that {@code comparer} has begun with. */
  static Comparison of(
      SyndicationConfig config, Comparer comparer, Fingerprint article, String body, Entry other) {
    CopyRule rule = new CopyRule(config);
    Overlap overlap = new Overlap();
    comparer.compare(other.fingerprint.sample(), other.fingerprint.content(), overlap);
    boolean copies = rule.copies(article, other.fingerprint, overlap);
    double confidence = rule.confidence(overlap, copies);
    return new Comparison(
        copies, Passages.evidence(article, body, other, overlap, confidence, config.containment()));
  }
}
