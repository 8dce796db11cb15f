package org.storywire.processor.syndication;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Which shingles of an arriving text are a template's or a house's: those that it shares with
 * several articles that tell other news. What it shares with one may be chance; copies of one
 * article count as one. The memory behind it is the copy window.
 */
final class Template {

  private static final int SEVERAL = 2;

  private final Map<Entry, BitSet> shared = new IdentityHashMap<>();

  /**
   * Takes note of an article that tells other news.
   *
   * @param samples samples of the arriving text that it shares
   */
  void sharedWith(Entry sibling, BitSet samples) {
    shared.computeIfAbsent(Lineage.origin(sibling), origin -> new BitSet()).or(samples);
  }

  /** Samples that several share; empty if none. */
  BitSet samples() {
    BitSet once = new BitSet();
    BitSet several = new BitSet();
    if (shared.size() < SEVERAL) {
      return several;
    }
    for (BitSet samples : shared.values()) {
      BitSet again = (BitSet) samples.clone();
      again.and(once);
      several.or(again);
      once.or(samples);
    }
    return several;
  }
}
