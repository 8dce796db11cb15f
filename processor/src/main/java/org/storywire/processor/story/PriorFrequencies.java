package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/**
 * How many of a reference collection's articles carry a feature: what a follower believes before
 * its own stream tells. Byte format: version, articles, entries, then keys as ascending differences
 * with their counts.
 */
public final class PriorFrequencies {

  private static final int VERSION = 1;

  /** Share of articles that carry a word of which nothing is known, where nothing at all is. */
  private static final double SHARE_IF_NOTHING_KNOWN = 0.002;

  /** For languages without a reference collection: every word is moderately rare. */
  public static final PriorFrequencies NONE =
      new PriorFrequencies(0, new Int2IntOpenHashMap(), SHARE_IF_NOTHING_KNOWN);

  private final int articles;
  private final Int2IntOpenHashMap counts;
  private final double unseen;

  private PriorFrequencies(int articles, Int2IntOpenHashMap counts, double unseen) {
    this.articles = articles;
    this.counts = counts;
    this.unseen = unseen;
  }

  /** Share of articles that carry a feature [0..1]; below one article's share for unseen ones. */
  double share(int key) {
    int count = counts.get(key);
    return count == 0 ? unseen : (double) count / articles;
  }

  /**
   * Frequencies counted in a collection.
   *
   * @param articles size of the collection
   * @param counts articles by feature key
   * @param fewest rarer features are left out
   */
  static PriorFrequencies of(int articles, Int2IntOpenHashMap counts, int fewest) {
    Int2IntOpenHashMap kept = new Int2IntOpenHashMap();
    counts
        .int2IntEntrySet()
        .fastForEach(
            entry -> {
              if (entry.getIntValue() >= fewest) {
                kept.put(entry.getIntKey(), entry.getIntValue());
              }
            });
    return new PriorFrequencies(articles, kept, articles == 0 ? SHARE_IF_NOTHING_KNOWN : 0);
  }

  /** Byte format as described above. */
  public byte[] toBytes() {
    int[] keys = counts.keySet().toIntArray();
    Arrays.sort(keys);
    ByteWriter out = new ByteWriter().raw(VERSION).number(articles).number(keys.length);
    long before = Integer.MIN_VALUE;
    for (int key : keys) {
      out.number(key - before).number(counts.get(key));
      before = key;
    }
    return out.toBytes();
  }

  /**
   * Reads the byte format.
   *
   * @throws IllegalArgumentException if it was written by another version
   */
  public static PriorFrequencies fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "prior frequencies");
    int articles = in.integer();
    int size = in.integer();
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap(size);
    long key = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      key += in.number();
      counts.put((int) key, in.integer());
    }
    return new PriorFrequencies(articles, counts, articles == 0 ? SHARE_IF_NOTHING_KNOWN : 0);
  }
}
