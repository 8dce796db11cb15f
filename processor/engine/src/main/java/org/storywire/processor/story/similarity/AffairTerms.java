package org.storywire.processor.story.similarity;

import java.util.Arrays;
import org.storywire.processor.affair.TermVector;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Profile;

/**
 * What an article is compared with affairs by: its words by frequency and rarity, twice what is
 * written with a capital, and its names of several words. Events of one matter differ in what
 * happened; who and what it is about stays.
 */
public final class AffairTerms {

  /** Words that are hardly rare tell no matter from another. */
  private static final double LEAST_RARITY = 0.2;

  private AffairTerms() {}

  /** Terms of an article with their weights. */
  public static TermVector of(ComparedArticle article) {
    Profile profile = article.profile();
    int words = Field.Space.WORDS.ordinal();
    int names = Field.Space.PAIRS.ordinal();
    int[] keys = new int[profile.to(names)];
    float[] weights = new float[keys.length];
    int size = 0;
    for (int i = profile.from(words); i < profile.to(words); i++) {
      if (article.idf(i) >= LEAST_RARITY) {
        int counts = profile.packed(i);
        double weight = ComparedArticle.tf(Field.TERMS.count(counts)) * article.idf(i);
        keys[size] = profile.key(i);
        weights[size++] = (float) (weight * (1 + Field.CAPITALS.has(counts)));
      }
    }
    for (int i = profile.from(names); i < profile.to(names); i++) {
      keys[size] = profile.key(i);
      weights[size++] = (float) article.idf(i);
    }
    return TermVector.of(Arrays.copyOf(keys, size), Arrays.copyOf(weights, size));
  }
}
