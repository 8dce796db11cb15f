package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the held articles that share the most weight of rare features with an arriving one. Work is
 * bounded: rarest features first, until {@link #BUDGET} places have been visited. Derived from the
 * held articles alone.
 */
final class ArticleIndex {

  /** Most places visited for one article. */
  private static final int BUDGET = 3000;

  /** A key that more articles carry tells nothing. */
  private static final int LONGEST_POSTING = 1500;

  private static final int TERM_KEYS = 40;
  private static final int NAME_KEYS = 24;
  private static final int QUERY_TERMS = 60;

  /** Articles of one key by sequence. */
  private final Int2ObjectOpenHashMap<IntArrayList> postings = new Int2ObjectOpenHashMap<>();

  private HeldArticle[] bySlot = new HeldArticle[1024];
  private float[] sums = new float[1024];
  private final IntArrayList free = new IntArrayList();
  private int slots;
  private long latest = -1;
  private final IntArrayList touched = new IntArrayList();

  void add(HeldArticle article) {
    int slot = free.isEmpty() ? slots++ : free.popInt();
    if (slot == bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, slot * 2);
      sums = Arrays.copyOf(sums, slot * 2);
    }
    bySlot[slot] = article;
    article.slot = slot;
    for (int key : article.indexKeys()) {
      insert(postings.computeIfAbsent(key, k -> new IntArrayList(2)), slot, article.sequence);
    }
    latest = Math.max(latest, article.sequence);
  }

  private void insert(IntArrayList posting, int slot, long sequence) {
    if (sequence > latest) {
      posting.add(slot);
      return;
    }
    int at = posting.size();
    while (at > 0 && bySlot[posting.getInt(at - 1)].sequence > sequence) {
      at--;
    }
    posting.add(at, slot);
  }

  void remove(HeldArticle article) {
    for (int key : article.indexKeys()) {
      IntArrayList posting = postings.get(key);
      posting.rem(article.slot);
      if (posting.isEmpty()) {
        postings.remove(key);
      }
    }
    bySlot[article.slot] = null;
    free.push(article.slot);
    article.slot = -1;
  }

  /**
   * Keys that an article is sought by and to be found by: its weightiest words, its names, its
   * streets. Entries of {@link Heavy}.
   */
  static Keys keysOf(Weighted article) {
    return new Keys(
        article.heaviest(Field.TERMS, QUERY_TERMS),
        article.heaviest(Field.PAIRS, NAME_KEYS),
        article.heaviest(Field.STREETS, NAME_KEYS));
  }

  /** Keys with their weights, weightiest first in each array. */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Keys(long[] terms, long[] names, long[] streets) {

    /** The keys by which the article is to be found. */
    int[] held() {
      int words = Math.min(TERM_KEYS, terms.length);
      return Arrays.stream(joined(words)).mapToInt(Heavy::key).toArray();
    }

    private long[] joined(int words) {
      long[] all = Arrays.copyOf(terms, words + names.length + streets.length);
      System.arraycopy(names, 0, all, words, names.length);
      System.arraycopy(streets, 0, all, words + names.length, streets.length);
      return all;
    }
  }

  /**
   * The held articles most likely to tell of the same event.
   *
   * @param most how many at most
   * @return most likely first; ties: the later one first
   */
  List<HeldArticle> candidates(Keys sought, int most) {
    long[] keys = sought.joined(sought.terms().length);
    Arrays.sort(keys);
    int budget = BUDGET;
    for (long key : keys) {
      IntArrayList posting = postings.get(Heavy.key(key));
      if (posting == null || posting.size() > LONGEST_POSTING) {
        continue;
      }
      budget -= posting.size();
      if (budget < 0) {
        break;
      }
      float weight = Heavy.weight(key);
      int[] held = posting.elements();
      for (int i = 0; i < posting.size(); i++) {
        int slot = held[i];
        if (sums[slot] == 0) {
          touched.add(slot);
        }
        sums[slot] += weight;
      }
    }
    return best(most);
  }

  private List<HeldArticle> best(int most) {
    HeldArticle[] best = new HeldArticle[most];
    float[] bestSums = new float[most];
    int size = 0;
    for (int t = 0; t < touched.size(); t++) {
      int slot = touched.getInt(t);
      float sum = sums[slot];
      sums[slot] = 0;
      if (size == most && sum < bestSums[most - 1]) {
        continue; // Most end here, without a look at the article: that would miss the cache.
      }
      HeldArticle article = bySlot[slot];
      if (size == most && !before(sum, article, bestSums[most - 1], best[most - 1])) {
        continue;
      }
      int at = size < most ? size++ : most - 1;
      while (at > 0 && before(sum, article, bestSums[at - 1], best[at - 1])) {
        best[at] = best[at - 1];
        bestSums[at] = bestSums[at - 1];
        at--;
      }
      best[at] = article;
      bestSums[at] = sum;
    }
    touched.clear();
    return List.of(Arrays.copyOf(best, size));
  }

  private static boolean before(float sum, HeldArticle a, float otherSum, HeldArticle b) {
    return sum != otherSum ? sum > otherSum : a.sequence > b.sequence;
  }
}
