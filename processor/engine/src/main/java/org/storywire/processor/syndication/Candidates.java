package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses with which articles of the window an arriving one is compared. */
final class Candidates {

  private final Window window;
  private final CopyIndex index;
  private final int most;
  private final IntArrayList hits = new IntArrayList();
  private final LongArrayList ranked = new LongArrayList();

  Candidates(Window window, CopyIndex index, int most) {
    this.window = window;
    this.index = index;
    this.most = most;
  }

  /**
   * Articles that share indexed shingles, those first that share the largest part of the fewer
   * keys; a bounded number. Where a list is full, early articles may have given way: the origins of
   * those found stand in for them.
   */
  Collection<Entry> of(long[] keys) {
    hits.clear();
    boolean full = false;
    for (long key : keys) {
      full |= index.collect(key, hits);
    }
    if (hits.isEmpty()) {
      return List.of();
    }
    rank(keys.length);
    Set<Entry> candidates = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(most, ranked.size()); i++) {
      Entry candidate = window.get((int) ranked.getLong(i));
      candidates.add(candidate);
      Entry origin = full ? Lineage.origin(candidate) : candidate;
      if (!origin.ghost()) {
        candidates.add(origin);
      }
    }
    return candidates;
  }

  /** Counts the hits of each article; orders articles by the part shared, then by arrival. */
  private void rank(int keys) {
    hits.sort(null);
    ranked.clear();
    for (int i = 0; i < hits.size(); ) {
      int end = i;
      while (end < hits.size() && hits.getInt(end) == hits.getInt(i)) {
        end++;
      }
      int theirs = window.get(hits.getInt(i)).fingerprint.keys().length;
      int part = (end - i) * 10_000 / Math.max(1, Math.min(theirs, keys));
      ranked.add((long) -part << 32 | hits.getInt(i) & 0xffffffffL);
      i = end;
    }
    ranked.sort(null);
  }
}
