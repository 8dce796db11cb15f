package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.Heavy;
import org.storywire.processor.story.similarity.IndexKeys;

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
  private Member[] bySlot = new Member[1024];
  private float[] sums = new float[1024];
  private final IntArrayList free = new IntArrayList();
  private final Object2IntOpenHashMap<String> slots = new Object2IntOpenHashMap<>();
  private final int[] touched = new int[BUDGET + 1];

  void add(Member article) {
    int slot = free.isEmpty() ? slots.size() : free.popInt();
    if (slot == bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, slot * 2);
      sums = Arrays.copyOf(sums, slot * 2);
    }
    bySlot[slot] = article;
    slots.put(article.articleId(), slot);
    for (int key : article.vectors().indexKeys()) {
      postings.add(key, slot);
    }
  }

  void remove(Member article) {
    int slot = slots.removeInt(article.articleId());
    for (int key : article.vectors().indexKeys()) {
      postings.remove(key, slot);
    }
    bySlot[slot] = null;
    free.push(slot);
  }

  /** Puts an article in the place of the same one with other features, found by the same keys. */
  void replace(Member next) {
    bySlot[slots.getInt(next.articleId())] = next;
  }

  /**
   * The held articles most likely to tell of the same event.
   *
   * @param most how many at most
   * @return most likely first; ties: the later one first
   */
  List<Member> candidates(IndexKeys keys, int most) {
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

  private List<Member> best(int found, int most) {
    Member[] best = new Member[most];
    float[] bestSums = new float[most];
    int size = 0;
    for (int t = 0; t < found; t++) {
      int slot = touched[t];
      float sum = sums[slot];
      sums[slot] = 0;
      if (size == most && sum < bestSums[most - 1]) {
        continue; // Most end here, without a look at the article: that would miss the cache.
      }
      Member article = bySlot[slot];
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

  private static boolean before(float sum, Member a, float otherSum, Member b) {
    return sum != otherSum ? sum > otherSum : a.sequence() > b.sequence();
  }
}
