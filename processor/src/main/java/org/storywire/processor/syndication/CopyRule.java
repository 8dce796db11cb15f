package org.storywire.processor.syndication;

/** Decides from what two texts share whether one is a copy; the same for (a, b) and (b, a). */
final class CopyRule {

  /** Shingles below which even equal texts say nothing: a notice, a greeting, "Read more". */
  private static final int FEWEST_SHINGLES = 10;

  private final SyndicationConfig config;

  CopyRule(SyndicationConfig config) {
    this.config = config;
  }

  /** Whether articles that share this much are copies. */
  boolean copies(Fingerprint one, Fingerprint other, Overlap overlap) {
    boolean sameTitle = one.title() == other.title() && one.title() != 0;
    if (!one.onTopic() && !other.onTopic() && !sameTitle) {
      return false;
    }
    if (Math.min(one.sample().prose(), other.sample().prose()) < config.minimumShingles()) {
      return overlap.sameContent && one.shingles() >= FEWEST_SHINGLES;
    }
    double containment = overlap.containment();
    if (containment < config.containment()) {
      return false;
    }
    boolean sameSource = one.source() == other.source() && one.source() != SourceNames.UNKNOWN;
    if (sameSource) {
      return continues(overlap);
    }
    return containment >= config.strongContainment()
        || overlap.spread() >= config.spread()
        || overlap.bothOpenings() >= config.opening();
  }

  /** Within one source, shared furniture and background are not enough. */
  private boolean continues(Overlap overlap) {
    return (overlap.bothOpenings() >= config.opening()
            && overlap.containment() >= config.sameSourceContainment())
        || overlap.jaccard() >= config.sameSourceJaccard();
  }

  /** How sure the verdict is: from the threshold (one half) to a whole text (one) [0..1]. */
  double confidence(Overlap overlap, boolean copy) {
    double containment = overlap.containment();
    double threshold = config.containment();
    if (copy) {
      double margin = Math.max(0, containment - threshold) / (1 - threshold);
      return 1 - 0.5 * (1 - margin) * (1 - margin);
    }
    return Math.max(0.5, 1 - 0.5 * containment / threshold);
  }

  /** Relation of a copy to its parent. */
  Relation relation(Overlap overlap, Entry child, Entry parent, boolean childIsArriving) {
    if (overlap.sameContent) {
      return Relation.EXACT;
    }
    double ofChild = childIsArriving ? overlap.ownShare() : overlap.keptShare();
    double ofParent = childIsArriving ? overlap.keptShare() : overlap.ownShare();
    if (child.embedded() || (isPart(overlap) && ofChild < ofParent)) {
      return Relation.EMBEDDED;
    }
    if (child.sameSource(parent)) {
      return Relation.REVISION;
    }
    return ofParent < 0.6 && ofChild > ofParent ? Relation.EXCERPT : Relation.NEAR;
  }

  /** Whether one text merely stands somewhere inside a much longer one. */
  boolean isPart(Overlap overlap) {
    double larger = Math.max(overlap.ownShare(), overlap.keptShare());
    double smaller = Math.min(overlap.ownShare(), overlap.keptShare());
    return larger >= config.strongContainment()
        && smaller < 0.5
        && overlap.bothOpenings() < config.opening();
  }
}
