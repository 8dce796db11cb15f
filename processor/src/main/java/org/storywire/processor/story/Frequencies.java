package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.function.IntToDoubleFunction;

/**
 * How rare a feature is: a prior that counts for a fixed number of articles, and the articles held.
 * A function of prior and held articles alone, whatever their order.
 */
final class Frequencies {

  /** Articles that the prior counts for. */
  static final int PRIOR_ARTICLES = 2000;

  private final Int2IntOpenHashMap held = new Int2IntOpenHashMap();
  private int articles;

  void add(StoryFeatures features) {
    articles++;
    count(features, 1);
  }

  void remove(StoryFeatures features) {
    articles--;
    count(features, -1);
  }

  /**
   * Inverse document frequency [0..1] as things stand: 1 for a feature that nobody carries, 0 for
   * one that all do.
   */
  IntToDoubleFunction idf(PriorFrequencies prior) {
    double total = PRIOR_ARTICLES + articles + 1.0;
    double scale = 1 / Math.log(total / 0.5);
    return key -> {
      double carrying = PRIOR_ARTICLES * prior.share(key) + held.get(key) + 0.5;
      return carrying >= total ? 0 : Math.log(total / carrying) * scale;
    };
  }

  private void count(StoryFeatures features, int step) {
    for (Field field : StoryFeatures.COUNTED) {
      Bag bag = features.bag(field);
      for (int i = 0; i < bag.size(); i++) {
        int key = bag.key(i);
        int before = held.addTo(key, step);
        if (before + step == 0) {
          held.remove(key);
        }
      }
    }
  }
}
