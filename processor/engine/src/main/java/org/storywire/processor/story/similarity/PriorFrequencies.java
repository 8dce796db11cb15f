package org.storywire.processor.story.similarity;

import org.storywire.processor.story.features.IntTable;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

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
      new PriorFrequencies(0, new IntTable(0), SHARE_IF_NOTHING_KNOWN);

  private final int articles;
  private final IntTable counts;
  private final double unseen;

  private PriorFrequencies(int articles, IntTable counts, double unseen) {
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
  public static PriorFrequencies of(int articles, IntTable counts, int fewest) {
    IntTable kept = new IntTable(counts.size());
    for (long entry : counts.sorted()) {
      int count = (int) entry;
      kept.put((int) (entry >> 32), count >= fewest ? count : 0);
    }
    return new PriorFrequencies(articles, kept, articles == 0 ? SHARE_IF_NOTHING_KNOWN : 0);
  }

  /** Byte format as described above. */
  public byte[] toBytes() {
    long[] entries = counts.sorted();
    ByteWriter out = new ByteWriter().raw(VERSION).number(articles).number(entries.length);
    long before = Integer.MIN_VALUE;
    for (long entry : entries) {
      int key = (int) (entry >> 32);
      out.number(key - before).number((int) entry);
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
    int size = in.count(2);
    IntTable counts = new IntTable(size);
    long key = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      key += in.number();
      counts.put((int) key, in.integer());
    }
    return new PriorFrequencies(articles, counts, articles == 0 ? SHARE_IF_NOTHING_KNOWN : 0);
  }
}
