package org.storywire.processor.story.similarity;

import org.storywire.processor.story.features.IntTable;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.features.StoryFeatures;

/** Counts in how many articles of a collection each feature occurs. */
public final class FrequencyCounter {

  private final IntTable counts = new IntTable(1 << 12);
  private int articles;

  /** Counts an article. */
  public void add(StoryFeatures features) {
    articles++;
    Profile profile = features.profile();
    for (int i = 0; i < profile.size(); i++) {
      if (Frequencies.counted(profile.packed(i))) {
        counts.add(profile.key(i), 1);
      }
    }
  }

  /** The frequencies without features that fewer than {@code fewest} articles carry. */
  public PriorFrequencies frequencies(int fewest) {
    return PriorFrequencies.of(articles, counts, fewest);
  }
}
