package org.storywire.processor.story;

/** Features of one article while they are counted. */
final class FeatureCounts {

  private final IntTable[] counts = new IntTable[Field.Space.COUNT];

  FeatureCounts() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new IntTable(i == 0 ? 500 : 30);
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
    IntTable table = counts[field.space().ordinal()];
    boolean full = field.count(table.add(key, field.once())) == 0;
    if (full) {
      table.add(key, -field.once());
    }
  }

  Profile profile() {
    return Profile.of(counts);
  }
}
