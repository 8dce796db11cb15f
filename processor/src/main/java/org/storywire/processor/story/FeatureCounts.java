package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** Features of one article while they are counted. */
final class FeatureCounts {

  private final Int2IntOpenHashMap[] counts = new Int2IntOpenHashMap[Field.Space.COUNT];

  FeatureCounts() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new Int2IntOpenHashMap(i == 0 ? 400 : 16);
    }
  }

  void add(Field field, int hash) {
    count(field, field.key(hash));
  }

  /** Words share one key space whatever field they are in, so that one frequency serves them. */
  void addWord(Field field, int hash) {
    count(field, Field.TERMS.key(hash));
  }

  void addPlace(Field field, int hash) {
    count(field, Field.PLACES.key(hash));
  }

  private void count(Field field, int key) {
    Int2IntOpenHashMap map = counts[field.space().ordinal()];
    int before = map.addTo(key, field.once());
    if (field.count(before) == Field.MOST) {
      map.put(key, before);
    }
  }

  Profile profile() {
    return Profile.of(counts);
  }
}
