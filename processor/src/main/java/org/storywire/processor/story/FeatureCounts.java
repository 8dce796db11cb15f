package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** Features of one article while they are counted. */
final class FeatureCounts {

  private final Int2IntOpenHashMap[] counts = new Int2IntOpenHashMap[Field.COUNT];

  FeatureCounts() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new Int2IntOpenHashMap(i == 0 ? 256 : 16);
    }
  }

  void add(Field field, int hash) {
    counts[field.ordinal()].addTo(field.key(hash), 1);
  }

  /** Words share one key space whatever field they are in, so that one frequency serves them. */
  void addWord(Field field, int hash) {
    counts[field.ordinal()].addTo(Field.TERMS.key(hash), 1);
  }

  void addPlace(Field field, int hash) {
    counts[field.ordinal()].addTo(Field.PLACES.key(hash), 1);
  }

  Bag[] bags() {
    Bag[] bags = new Bag[Field.COUNT];
    for (int i = 0; i < bags.length; i++) {
      bags[i] = Bag.of(counts[i]);
    }
    return bags;
  }
}
