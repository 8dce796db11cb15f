package org.storywire.processor.syndication;

import java.util.BitSet;

/**
 * Compares one arriving text with many others: the arriving one is laid out for look-up once, and
 * not at all if nothing is compared with it.
 */
final class Comparer {

  private Fingerprint arriving;
  private boolean laidOut;
  private final SampleTable table = new SampleTable();
  private int[] offsets = new int[512];
  private boolean[] quoted = new boolean[512];

  /** Ranks of the arriving samples at the level they were last counted at. */
  private int level = -1;

  private int[] ranks = new int[512];
  private int[] proseRanks = new int[512];
  private int all;
  private int prose;
  private int opening;

  private final BitSet matched = new BitSet();
  private boolean[] otherQuoted = new boolean[512];
  private long comparisons;

  long comparisons() {
    return comparisons;
  }

  /** Names the text that all following comparisons are about. */
  void begin(Fingerprint fingerprint) {
    arriving = fingerprint;
    laidOut = false;
  }

  private void layOut() {
    laidOut = true;
    level = -1;
    Sample sample = arriving.sample();
    int size = sample.size();
    table.clear(size);
    if (offsets.length < size) {
      offsets = new int[size];
      quoted = new boolean[size];
      ranks = new int[size];
      proseRanks = new int[size];
    }
    Sample.Cursor cursor = sample.cursor();
    for (int i = 0; i < size; i++) {
      cursor.next();
      offsets[i] = cursor.offset();
      quoted[i] = cursor.quoted();
      table.put(sample.hashes(), i);
    }
  }

  /** Which samples of the arriving text were found in the one it was last compared with. */
  BitSet matched() {
    return matched;
  }

  /** Takes samples of the arriving text for quotation from now on. */
  void leaveOut(BitSet samples) {
    level = -1;
    samples.stream().forEach(i -> quoted[i] = true);
  }

  /** Counts what the arriving text shares with {@code other} into {@code overlap}. */
  void compare(Sample other, long otherContent, Overlap overlap) {
    comparisons++;
    if (!laidOut) {
      layOut();
    }
    overlap.clear();
    rank(Math.max(arriving.sample().level(), other.level()));
    overlap.rate = 1 << level;
    overlap.all = all;
    overlap.prose = prose;
    overlap.opening = opening;
    overlap.sameContent = otherContent == arriving.content();
    countOther(other, overlap);
    match(other, overlap);
  }

  private void rank(int wanted) {
    if (wanted == level) {
      return;
    }
    level = wanted;
    all = 0;
    prose = 0;
    opening = 0;
    Sample sample = arriving.sample();
    for (int i = 0; i < sample.size(); i++) {
      if (!Sample.within(sample.hashes()[i], level)) {
        continue;
      }
      ranks[i] = all++;
      proseRanks[i] = prose;
      if (!quoted[i]) {
        prose++;
        opening += i < sample.opening() ? 1 : 0;
      }
    }
  }

  private void countOther(Sample other, Overlap overlap) {
    int size = other.size();
    if (otherQuoted.length < size) {
      otherQuoted = new boolean[size];
    }
    Sample.Cursor cursor = other.cursor();
    for (int i = 0; i < size; i++) {
      cursor.next();
      otherQuoted[i] = cursor.quoted();
      if (!Sample.within(other.hashes()[i], level)) {
        continue;
      }
      overlap.otherAll++;
      if (!otherQuoted[i]) {
        overlap.otherProse++;
        overlap.otherOpening += i < other.opening() ? 1 : 0;
      }
    }
  }

  private void match(Sample other, Overlap overlap) {
    int proseWhole = overlap.prose;
    int otherProseWhole = overlap.otherProse;
    int[] hashes = arriving.sample().hashes();
    int otherRank = 0;
    int run = 0;
    int lastRank = -2;
    matched.clear();
    int runStart = 0;
    int otherRunStart = 0;
    Sample.Cursor cursor = other.cursor();
    for (int i = 0; i < other.size(); i++) {
      cursor.next();
      int hash = other.hashes()[i];
      if (!Sample.within(hash, level)) {
        continue;
      }
      int found = table.find(hashes, hash);
      if (found < 0) {
        run = 0;
        lastRank = -2;
      } else {
        overlap.sharedAnywhere++;
        matched.set(found);
        overlap.first = Math.min(overlap.first, offsets[found]);
        overlap.otherFirst = Math.min(overlap.otherFirst, cursor.offset());
        if (ranks[found] != lastRank + 1) {
          run = 0;
        }
        if (run == 0) {
          runStart = offsets[found];
          otherRunStart = cursor.offset();
        }
        run++;
        lastRank = ranks[found];
        if (run > overlap.run) {
          overlap.run = run;
          overlap.runStart = runStart;
          overlap.runEnd = offsets[found];
          overlap.otherRunStart = otherRunStart;
        }
        if (!otherQuoted[i] && !quoted[found]) {
          overlap.shared++;
          overlap.tenths |= 1 << proseRanks[found] * 10 / proseWhole;
          overlap.otherTenths |= 1 << otherRank * 10 / otherProseWhole;
          overlap.openingShared += found < arriving.sample().opening() ? 1 : 0;
          overlap.otherOpeningShared += i < other.opening() ? 1 : 0;
        } else if (!otherQuoted[i]) {
          overlap.otherProse--;
        } else if (!quoted[found]) {
          overlap.prose--;
        }
      }
      otherRank += otherQuoted[i] ? 0 : 1;
    }
  }
}
