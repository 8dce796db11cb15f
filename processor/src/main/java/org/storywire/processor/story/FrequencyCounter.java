package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** Counts in how many articles of a collection each feature occurs. */
public final class FrequencyCounter {

  private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
  private int articles;

  /** Counts an article. */
  public void add(StoryFeatures features) {
    articles++;
    IntOpenHashSet keys = new IntOpenHashSet();
    for (Field field : StoryFeatures.COUNTED) {
      Bag bag = features.bag(field);
      for (int i = 0; i < bag.size(); i++) {
        if (keys.add(bag.key(i))) {
          counts.addTo(bag.key(i), 1);
        }
      }
    }
  }

  /** The frequencies without features that fewer than {@code fewest} articles carry. */
  public PriorFrequencies frequencies(int fewest) {
    return PriorFrequencies.of(articles, counts, fewest);
  }
}
