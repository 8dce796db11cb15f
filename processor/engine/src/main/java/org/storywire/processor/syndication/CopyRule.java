package org.storywire.processor.syndication;

/** Decides from what two texts share whether one is a copy; the same for (a, b) and (b, a). */
final class CopyRule {

  /** Shingles below which even equal texts say nothing: a notice, a greeting, "Read more". */
  private static final int FEWEST_SHINGLES = 10;

  /** Shingles and sampled shared shingles below which a text is no copy unless it is equal. */
  private static final int BRIEF = 20;

  private static final int FEWEST_SHARED = 5;
  private static final double BRIEF_CONTAINMENT = 0.8;

  private static final double ONE_PIECE = 0.8;

  /** Copyright, credits and whom to write to, at the end of every text of a house [shingles]. */
  private static final int LONGEST_NOTICE = 80;

  /** Doubt where the evidence for a copy just suffices, and where it just fails to. */
  private static final double DOUBT_OF_COPY = 0.2;

  private static final double DOUBT_OF_ORIGINAL = 0.5;

  /** Share of a cut text that is in the full one, and how much less of the full one is in it. */
  private static final double CUT_KEEPS = 0.8;

  private static final double CUT_LEAVES_OUT = 0.1;

  private final SyndicationConfig config;
  private final NewsRule news = new NewsRule();

  CopyRule(SyndicationConfig config) {
    this.config = config;
  }

  /** Whether articles that share this much are copies. */
  boolean copies(Fingerprint one, Fingerprint other, Overlap overlap) {
    return shareEnough(one, other, overlap)
        && news.difference(one, other, overlap) == NewsRule.Difference.NONE;
  }

  /** In what articles differ that share a good part of their text, copies or not. */
  NewsRule.Difference difference(Fingerprint one, Fingerprint other, Overlap overlap) {
    return overlap.containment() >= config.containment()
        ? news.difference(one, other, overlap)
        : NewsRule.Difference.NONE;
  }

  private boolean shareEnough(Fingerprint one, Fingerprint other, Overlap overlap) {
    boolean sameTitle = one.title() == other.title() && one.title() != 0;
    if (!one.onTopic() && !other.onTopic() && !sameTitle) {
      return false;
    }
    int shorter = Math.min(one.sample().prose(), other.sample().prose());
    if (shorter < config.minimumShingles()) {
      return isBrief(one, other, shorter, overlap);
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
        || (overlap.spread() >= config.spread() && !isInsertion(overlap))
        || overlap.bothOpenings() >= config.opening();
  }

  /**
   * Whether what is shared is one passage that neither opens both texts nor, being longer than
   * notices are, closes both: a gallery, a document, a speech or a notice, not a report.
   */
  private static boolean isInsertion(Overlap overlap) {
    boolean onePiece = overlap.run >= ONE_PIECE * overlap.sharedAnywhere;
    boolean closes = overlap.closesBoth() && overlap.run * overlap.rate >= LONGEST_NOTICE;
    return onePiece && !closes;
  }

  /** A short text must be the other's, all but a few words. */
  private static boolean isBrief(Fingerprint one, Fingerprint other, int shorter, Overlap overlap) {
    if (overlap.sameContent) {
      return one.shingles() >= FEWEST_SHINGLES;
    }
    return shorter >= BRIEF
        && overlap.shared >= FEWEST_SHARED
        && overlap.containment() >= BRIEF_CONTAINMENT
        && (one.source() != other.source() || one.source() == SourceNames.UNKNOWN);
  }

  /** Within one source, shared furniture and background are not enough. */
  private boolean continues(Overlap overlap) {
    return (overlap.bothOpenings() >= config.opening()
            && overlap.containment() >= config.sameSourceContainment())
        || overlap.jaccard() >= config.sameSourceJaccard();
  }

  /**
   * How alike a child and a possible parent are: by containment, so that a page is the child of the
   * article it holds and not of another page that looks like it; then by resemblance. In steps, so
   * that chance does not decide.
   */
  int score(Overlap overlap) {
    return (int) Math.round(overlap.containment() * 10) * 100
        + (int) Math.round(overlap.jaccard() * 20);
  }

  /**
   * How sure the verdict is: least at the threshold, and quite sure of whole texts and of texts
   * that share nothing [0..1]. The command {@code lab copies confidence} measures how often it is
   * right.
   */
  double confidence(Overlap overlap, boolean copy) {
    double containment = overlap.containment();
    double threshold = config.containment();
    if (copy) {
      double missing = Math.min(1, (1 - containment) / (1 - threshold));
      return 1 - DOUBT_OF_COPY * missing * missing;
    }
    return 1 - DOUBT_OF_ORIGINAL * Math.min(1, containment / threshold);
  }

  /**
   * Whether the other of two related articles was first: by claimed time as far as the claims can
   * be told apart, then wire credit, then the fuller text if it is another outlet's, then receipt.
   * A page that embeds the other is never first, whenever it came.
   *
   * @param overlap what they share, seen from the arrived one
   */
  boolean otherIsFirst(Overlap overlap, Entry arrived, Entry other) {
    if (isPart(overlap) && overlap.ownShare() != overlap.keptShare()) {
      return overlap.ownShare() < overlap.keptShare();
    }
    int claim = other.place.compareClaim(arrived.place);
    if (claim != 0) {
      return claim < 0;
    }
    if (isCut(overlap) && !arrived.sameSource(other)) {
      return overlap.ownShare() > overlap.keptShare();
    }
    int receipt = other.place.compareReceipt(arrived.place);
    return receipt != 0 ? receipt < 0 : other.id.compareTo(arrived.id) < 0;
  }

  /** Whether one text holds next to all of the other and more besides. */
  private static boolean isCut(Overlap overlap) {
    double larger = Math.max(overlap.ownShare(), overlap.keptShare());
    double smaller = Math.min(overlap.ownShare(), overlap.keptShare());
    return larger >= CUT_KEEPS && larger - smaller >= CUT_LEAVES_OUT;
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
