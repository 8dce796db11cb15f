package org.storywire.processor.story.similarity;

import java.time.Instant;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.KeyFilter;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.story.member.ArticleVectors;

/**
 * Features of an article with the weights they have at the moment, and a table to find them in:
 * made once for an article that is compared with many.
 */
public final class ComparedArticle {

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
  private final boolean generalNews;
  private final float[] norms = new float[Field.COUNT];
  private final double[] masses = new double[Field.COUNT];

  /** Key and place plus one of a feature by hash of the key, open addressing; 0 is free. */
  private final long[] table;

  /** Which keys the table may have: most keys of others need no look into it. */
  private final KeyFilter filter = new KeyFilter();

  private final Rarity rarity;
  private IndexKeys indexKeys;

  /**
   * An article as it is compared.
   *
   * @param generalNews whether it is known how rare words are in general news of its language;
   *     where it is not, a few words in common say little
   */
  public ComparedArticle(
      StoryFeatures features, String source, Instant at, double[] idf, boolean generalNews) {
    this.features = features;
    this.profile = features.profile();
    this.source = source;
    this.at = at;
    this.idf = idf;
    this.generalNews = generalNews;
    for (Field field : FIELDS) {
      sum(field);
    }
    rarity = new Rarity(idf, profile.to(Field.Space.WORDS.ordinal()));
    table = new long[Integer.highestOneBit(Math.max(16, profile.size())) << 3];
    for (int i = 0; i < profile.size(); i++) {
      int key = profile.key(i);
      int slot = key & table.length - 1;
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = (long) key << 32 | (i + 1);
      filter.add(key);
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

  /** Weight of a count: 0 for none, 1 for one mention, growing slowly. */
  static double tf(int count) {
    return TF[count];
  }

  String source() {
    return source;
  }

  Instant at() {
    return at;
  }

  /** Whether it is known how rare words are in general news of its language. */
  public boolean generalNews() {
    return generalNews;
  }

  public StoryFeatures features() {
    return features;
  }

  public Profile profile() {
    return profile;
  }

  /** Place of a key of a space in the profile; -1 if the article does not have it. */
  public int find(int space, int key) {
    return find(profile.from(space), profile.to(space), key);
  }

  private int find(int from, int to, int key) {
    int slot = key & table.length - 1;
    for (long entry = table[slot]; entry != 0; entry = table[slot]) {
      int i = (int) entry - 1;
      if ((int) (entry >> 32) == key && i >= from && i < to) {
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
    int likely = 0;
    int end = other.to(space);
    for (int j = other.from(space); j < end; j++) {
      otherPlaces[likely] = j; // No branch: which keys pass can't be predicted.
      likely += mayHave(other.key(j));
    }
    int from = profile.from(space);
    int to = profile.to(space);
    int found = 0;
    for (int k = 0; k < likely; k++) {
      int j = otherPlaces[k];
      int i = find(from, to, other.key(j));
      if (i >= 0) {
        places[found] = i;
        otherPlaces[found++] = j;
      }
    }
    return found;
  }

  /** 0 if the article has the key in no space; 1 tells nothing. */
  public int mayHave(int key) {
    return filter.mayHave(key);
  }

  /** What the article is sought and found by. */
  public IndexKeys indexKeys() {
    if (indexKeys == null) {
      indexKeys = IndexKeys.of(this);
    }
    return indexKeys;
  }

  /** Inverse document frequency of feature {@code i} of the profile. */
  public double idf(int i) {
    return idf[i];
  }

  /** The words of the profile by rarity. */
  Rarity rarity() {
    return rarity;
  }

  float norm(Field field) {
    return norms[field.ordinal()];
  }

  /** What is kept of it, for later articles to be compared with. */
  public ArticleVectors vectors() {
    return new ArticleVectors(features.withoutPassages(), norms.clone(), indexKeys().held());
  }

  /** Sum of inverse document frequencies. */
  public double mass(Field field) {
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
    return Heavy.heaviest(entries, size, most);
  }
}
