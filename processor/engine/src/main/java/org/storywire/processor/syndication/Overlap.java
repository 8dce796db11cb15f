package org.storywire.processor.syndication;

/**
 * What the samples of two texts share, counted at the coarser of their two levels. "This" is the
 * arriving article, "other" the one it is compared with.
 */
final class Overlap {

  /** Shared shingles that are prose in both. */
  int shared;

  /** Shared shingles, quotations included. */
  int sharedAnywhere;

  /** Prose shingles of this text that are not quotation in the other. */
  int prose;

  /** Prose shingles of the other text that are not quotation in this one. */
  int otherProse;

  /** All shingles. */
  int all;

  int otherAll;

  /**
   * Prose shingles of the openings, and those of them that are shared with the whole other text.
   */
  int opening;

  int openingShared;
  int otherOpening;
  int otherOpeningShared;

  /** Which tenths of each text's prose hold a shared shingle: one bit each. */
  int tenths;

  int otherTenths;

  /** How many shingles of the texts stand behind one sample, on average. */
  int rate;

  /** Longest passage: samples in it, and where its first and last shingle begin. */
  int run;

  int runStart;
  int runEnd;
  int otherRunStart;

  /** Where the first shared shingle begins in each text. */
  int first;

  int otherFirst;

  /** Whether all tokens are equal. */
  boolean sameContent;

  void clear() {
    shared = 0;
    sharedAnywhere = 0;
    prose = 0;
    otherProse = 0;
    all = 0;
    otherAll = 0;
    opening = 0;
    openingShared = 0;
    otherOpening = 0;
    otherOpeningShared = 0;
    tenths = 0;
    otherTenths = 0;
    rate = 1;
    run = 0;
    runStart = -1;
    runEnd = -1;
    otherRunStart = -1;
    first = Integer.MAX_VALUE;
    otherFirst = Integer.MAX_VALUE;
    sameContent = false;
  }

  /** Share of the shorter text's prose that is in the other [0..1]. */
  double containment() {
    return share(shared, Math.min(prose, otherProse));
  }

  /** Shared prose over all prose [0..1]. */
  double jaccard() {
    return share(shared, prose + otherProse - shared);
  }

  /** Share of the other's prose that is in this text [0..1]. */
  double keptShare() {
    return share(shared, otherProse);
  }

  /** Share of this text's prose that is in the other [0..1]. */
  double ownShare() {
    return share(shared, prose);
  }

  /** Share of the shorter text that is in the other, quotations included [0..1]. */
  double similarity() {
    return share(sharedAnywhere, Math.min(all, otherAll));
  }

  /** The lower of the shares of the two openings that are shared [0..1]. */
  double bothOpenings() {
    return Math.min(share(openingShared, opening), share(otherOpeningShared, otherOpening));
  }

  /** Share of the longer text's tenths that hold shared prose [0..1]. */
  double spread() {
    return Integer.bitCount(prose > otherProse ? tenths : otherTenths) / 10.0;
  }

  /** Whether the last fifth of both texts holds shared prose. */
  boolean closesBoth() {
    int lastFifth = 0b11 << 8;
    return (tenths & lastFifth) != 0 && (otherTenths & lastFifth) != 0;
  }

  static double share(int part, int whole) {
    return whole <= 0 ? 0 : Math.min(1, part / (double) whole);
  }
}
