package org.storywire.processor.story;

import java.time.Instant;
import java.util.Arrays;

/**
 * Features of an article with the weights they have at the moment, and a table to find them in:
 * made once for an article that is compared with many.
 */
final class Weighted {

  private static final Field[] FIELDS = Field.values();
  private static final double[] TF = new double[Field.MOST + 1];

  static {
    for (int i = 1; i < TF.length; i++) {
      TF[i] = 1 + Math.log(i);
    }
  }

  private final StoryFeatures features;
  private final Profile profile;
  private final String source;
  private final Instant at;
  private final double[] idf;
  private final float[] norms = new float[Field.COUNT];
  private final double[] masses = new double[Field.COUNT];

  /** Key and place plus one of a feature by hash of the key, open addressing; 0 is free. */
  private final long[] table;

  Weighted(StoryFeatures features, String source, Instant at, double[] idf) {
    this.features = features;
    this.profile = features.profile();
    this.source = source;
    this.at = at;
    this.idf = idf;
    for (Field field : FIELDS) {
      sum(field);
    }
    table = new long[Integer.highestOneBit(Math.max(16, profile.size())) << 2];
    for (int i = 0; i < profile.size(); i++) {
      int slot = profile.key(i) & table.length - 1;
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = (long) profile.key(i) << 32 | (i + 1);
    }
  }

  private void sum(Field field) {
    int space = field.space().ordinal();
    double squares = 0;
    double mass = 0;
    for (int i = profile.from(space); i < profile.to(space); i++) {
      int count = field.count(profile.packed(i));
      if (count > 0) {
        double weight = tf(count) * idf[i];
        squares += weight * weight;
        mass += idf[i];
      }
    }
    norms[field.ordinal()] = (float) Math.sqrt(squares);
    masses[field.ordinal()] = mass;
  }

  /** Weight of a count: 1 for one mention, growing slowly. */
  static double tf(int count) {
    return TF[count];
  }

  String source() {
    return source;
  }

  Instant at() {
    return at;
  }

  StoryFeatures features() {
    return features;
  }

  Profile profile() {
    return profile;
  }

  /** Place of a key of a space in the profile; -1 if the article does not have it. */
  int find(int space, int key) {
    int slot = key & table.length - 1;
    for (long entry = table[slot]; entry != 0; entry = table[slot]) {
      int i = (int) entry - 1;
      if ((int) (entry >> 32) == key && i >= profile.from(space) && i < profile.to(space)) {
        return i;
      }
      slot = slot + 1 & table.length - 1;
    }
    return -1;
  }

  /**
   * Finds which features of a space another article has as well, in the order of keys.
   *
   * @param places room for the places in this article's profile
   * @param otherPlaces room for the places in the other's
   * @return how many
   */
  int matches(Profile other, int space, int[] places, int[] otherPlaces) {
    long[] entries = table;
    int mask = entries.length - 1;
    int first = profile.from(space);
    int last = profile.to(space);
    int stop = other.to(space);
    int found = 0;
    for (int j = other.from(space); j < stop; j++) {
      int key = other.key(j);
      int slot = key & mask;
      for (long entry = entries[slot]; entry != 0; entry = entries[slot]) {
        int i = (int) entry - 1;
        if ((int) (entry >> 32) == key && i >= first && i < last) {
          places[found] = i;
          otherPlaces[found++] = j;
          break;
        }
        slot = slot + 1 & mask;
      }
    }
    return found;
  }

  /** Inverse document frequency of feature {@code i} of the profile. */
  double idf(int i) {
    return idf[i];
  }

  float norm(Field field) {
    return norms[field.ordinal()];
  }

  float[] norms() {
    return norms.clone();
  }

  /** Sum of inverse document frequencies. */
  double mass(Field field) {
    return masses[field.ordinal()];
  }

  /**
   * The weightiest features of a field as {@link Heavy} entries, weightiest first.
   *
   * @param most how many at most
   */
  long[] heaviest(Field field, int most) {
    int space = field.space().ordinal();
    long[] entries = new long[profile.to(space) - profile.from(space)];
    int size = 0;
    for (int i = profile.from(space); i < profile.to(space); i++) {
      int count = field.count(profile.packed(i));
      if (count > 0 && idf[i] > 0) {
        entries[size++] = Heavy.of(profile.key(i), (float) (idf[i] * idf[i] * tf(count)));
      }
    }
    Arrays.sort(entries, 0, size);
    return Arrays.copyOf(entries, Math.min(most, size));
  }
}
