package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** Counts in how many articles of a collection each feature occurs. */
public final class FrequencyCounter {

  private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
  private int articles;

  /** Counts an article. */
  public void add(StoryFeatures features) {
    articles++;
    Profile profile = features.profile();
    for (int i = 0; i < profile.size(); i++) {
      if (Frequencies.counted(profile.packed(i))) {
        counts.addTo(profile.key(i), 1);
      }
    }
  }

  /** The frequencies without features that fewer than {@code fewest} articles carry. */
  public PriorFrequencies frequencies(int fewest) {
    return PriorFrequencies.of(articles, counts, fewest);
  }
}
