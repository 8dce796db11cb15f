package org.storywire.processor.story;

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

  private final Postings postings = new Postings();
  private HeldArticle[] bySlot = new HeldArticle[1024];
  private float[] sums = new float[1024];
  private final IntArrayList free = new IntArrayList();
  private int slots;
  private final int[] touched = new int[BUDGET + 1];

  void add(HeldArticle article) {
    int slot = free.isEmpty() ? slots++ : free.popInt();
    if (slot == bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, slot * 2);
      sums = Arrays.copyOf(sums, slot * 2);
    }
    bySlot[slot] = article;
    article.slot = slot;
    for (int key : article.indexKeys()) {
      postings.add(key, slot);
    }
  }

  void remove(HeldArticle article) {
    for (int key : article.indexKeys()) {
      postings.remove(key, article.slot);
    }
    bySlot[article.slot] = null;
    free.push(article.slot);
    article.slot = -1;
  }

  /** What an article is sought and found by, worked out once. */
  static IndexKeys keysOf(Weighted article) {
    return article.indexKeys();
  }

  /**
   * The held articles most likely to tell of the same event.
   *
   * @param most how many at most
   * @return most likely first; ties: the later one first
   */
  List<HeldArticle> candidates(IndexKeys keys, int most) {
    long[] sought = keys.sought();
    // Look-ups first, walks later: the look-ups miss the processor's cache and overlap so.
    int[] places = new int[sought.length];
    int[] sizes = new int[sought.length];
    for (int k = 0; k < places.length; k++) {
      places[k] = postings.find(Heavy.key(sought[k]));
      sizes[k] = postings.size(places[k]);
    }
    int budget = BUDGET;
    int found = 0;
    for (int k = 0; k < places.length; k++) {
      int size = sizes[k];
      if (size > LONGEST_POSTING) {
        continue;
      }
      budget -= size;
      if (budget < 0) {
        break;
      }
      float weight = Heavy.weight(sought[k]);
      for (int i = 0; i < size; i++) {
        int slot = postings.slot(places[k], i);
        touched[found] = slot;
        found += sums[slot] == 0 ? 1 : 0;
        sums[slot] += weight;
      }
    }
    return best(found, most);
  }

  private List<HeldArticle> best(int found, int most) {
    HeldArticle[] best = new HeldArticle[most];
    float[] bestSums = new float[most];
    int size = 0;
    for (int t = 0; t < found; t++) {
      int slot = touched[t];
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
    return List.of(Arrays.copyOf(best, size));
  }

  private static boolean before(float sum, HeldArticle a, float otherSum, HeldArticle b) {
    return sum != otherSum ? sum > otherSum : a.sequence > b.sequence;
  }
}
