package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Comparator;
import java.util.List;

/** Corrections travel: which copies still say what their origin has taken back. */
final class StalePassages {

  private StalePassages() {}

  /**
   * Copies below an article that still carry shingles its new version no longer has, by id.
   *
   * @param known the version that was held
   * @param revised the new version, already in the known one's place in the copy tree
   */
  static List<Entry> of(Entry known, Entry revised) {
    IntOpenHashSet removed = removed(known.fingerprint.sample(), revised.fingerprint.sample());
    return Lineage.subtree(revised).stream()
        .filter(entry -> entry != revised && !entry.ghost())
        .filter(entry -> carries(entry.fingerprint.sample(), removed))
        .sorted(Comparator.comparing((Entry entry) -> entry.id))
        .toList();
  }

  /** Hashes of the one sample that are not in the other, at the rate of the thinner one. */
  private static IntOpenHashSet removed(Sample before, Sample after) {
    int level = Math.max(before.level(), after.level());
    IntOpenHashSet removed = new IntOpenHashSet();
    for (int hash : before.hashes()) {
      if (Sample.within(hash, level)) {
        removed.add(hash);
      }
    }
    for (int hash : after.hashes()) {
      removed.remove(hash);
    }
    return removed;
  }

  private static boolean carries(Sample sample, IntOpenHashSet removed) {
    for (int hash : sample.hashes()) {
      if (removed.contains(hash)) {
        return true;
      }
    }
    return false;
  }
}
