package org.storywire.processor.story.similarity;

import java.util.Arrays;
import org.storywire.processor.story.features.Field;

/**
 * Keys that an article is sought by and to be found by: its weightiest words, its names, its
 * streets. Entries of {@link Heavy}, weightiest first in each array.
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
public record IndexKeys(long[] terms, long[] names, long[] streets) {

  private static final int HELD_TERMS = 40;
  private static final int SOUGHT_TERMS = 60;
  private static final int MOST_NAMES = 24;

  static IndexKeys of(ComparedArticle article) {
    return new IndexKeys(
        article.heaviest(Field.TERMS, SOUGHT_TERMS),
        article.heaviest(Field.PAIRS, MOST_NAMES),
        article.heaviest(Field.STREETS, MOST_NAMES));
  }

  /** The keys by which the article is to be found. */
  int[] held() {
    long[] all = joined(Math.min(HELD_TERMS, terms.length));
    int[] keys = new int[all.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Heavy.key(all[i]);
    }
    return keys;
  }

  /** The entries by which other articles are sought, weightiest first. */
  public long[] sought() {
    long[] all = joined(terms.length);
    Arrays.sort(all);
    return all;
  }

  private long[] joined(int words) {
    long[] all = Arrays.copyOf(terms, words + names.length + streets.length);
    System.arraycopy(names, 0, all, words, names.length);
    System.arraycopy(streets, 0, all, words + names.length, streets.length);
    return all;
  }
}
