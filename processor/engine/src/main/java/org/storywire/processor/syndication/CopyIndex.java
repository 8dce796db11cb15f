package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Inverted index from sampled shingle to the articles that carry it: 1,024 small hash tables of
 * longs, a posting each (upper half: part of the key, lower half: article), so that growing one
 * never takes long. Postings of articles that have left are skipped, and dropped when their table
 * is rebuilt. A key keeps a limited number of articles, the latest by event time.
 */
final class CopyIndex {

  private static final int TABLES = 1024;

  private final Window window;
  private final int maxPostings;
  private final long[][] tables = new long[TABLES][];
  private final int[] used = new int[TABLES];

  CopyIndex(Window window, int maxPostings) {
    this.window = window;
    this.maxPostings = maxPostings;
  }

  /** Adds the articles in the window that carry {@code key}; says whether the list was full. */
  boolean collect(long key, IntArrayList articles) {
    long[] table = tables[tableOf(key)];
    if (table == null) {
      return false;
    }
    int tag = tagOf(key);
    int found = 0;
    for (int at = home(tag, table.length); table[at] != 0; at = next(at, table.length)) {
      if ((int) (table[at] >>> 32) == tag && window.holds((int) table[at])) {
        articles.add((int) table[at]);
        found++;
      }
    }
    return found >= maxPostings;
  }

  /** Adds a posting; where the key's list is full, the earliest article gives way. */
  void post(long key, int article) {
    int number = tableOf(key);
    long[] table = roomy(number);
    int tag = tagOf(key);
    int count = 0;
    int reusable = -1;
    int earliest = -1;
    int at = home(tag, table.length);
    for (; table[at] != 0; at = next(at, table.length)) {
      if ((int) (table[at] >>> 32) != tag) {
        continue;
      }
      if (!window.holds((int) table[at])) {
        reusable = at;
        continue;
      }
      count++;
      if (count == maxPostings) {
        earliest = earliest(table, tag, article);
      }
    }
    long posting = (long) tag << 32 | (article & 0xffffffffL);
    if (count >= maxPostings) {
      if (earliest >= 0) {
        table[earliest] = posting;
      }
    } else if (reusable >= 0) {
      table[reusable] = posting;
    } else {
      table[at] = posting;
      used[number]++;
    }
  }

  /** Place of the key's earliest article; -1 if {@code article} is earlier still. */
  private int earliest(long[] table, int tag, int article) {
    int earliest = -1;
    Entry first = window.get(article);
    for (int at = home(tag, table.length); table[at] != 0; at = next(at, table.length)) {
      if ((int) (table[at] >>> 32) != tag || !window.holds((int) table[at])) {
        continue;
      }
      Entry other = window.get((int) table[at]);
      boolean earlier =
          other.time < first.time || (other.time == first.time && other.id.compareTo(first.id) > 0);
      if (earlier) {
        first = other;
        earliest = at;
      }
    }
    return earliest;
  }

  /** The table, with room for one more posting. */
  private long[] roomy(int number) {
    long[] table = tables[number];
    if (table != null && used[number] < table.length * 13L / 16) {
      return table;
    }
    int live = 0;
    if (table != null) {
      for (long posting : table) {
        live += posting != 0 && window.holds((int) posting) ? 1 : 0;
      }
    }
    long[] fresh = new long[Math.max(8, live + live / 2 + 2)];
    if (table != null) {
      for (long posting : table) {
        if (posting != 0 && window.holds((int) posting)) {
          int at = home((int) (posting >>> 32), fresh.length);
          while (fresh[at] != 0) {
            at = next(at, fresh.length);
          }
          fresh[at] = posting;
        }
      }
    }
    tables[number] = fresh;
    used[number] = live;
    return fresh;
  }

  long bytes() {
    long bytes = 24L * TABLES;
    for (long[] table : tables) {
      bytes += table == null ? 0 : 16 + 8L * table.length;
    }
    return bytes;
  }

  private static int tableOf(long key) {
    return (int) (key >>> 32) & (TABLES - 1);
  }

  private static int tagOf(long key) {
    return (int) key | 1;
  }

  private static int home(int tag, int length) {
    return (int) ((tag * 0x9e3779b9 & 0xffffffffL) * length >>> 32);
  }

  private static int next(int at, int length) {
    return at + 1 == length ? 0 : at + 1;
  }
}
