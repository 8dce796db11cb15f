package org.storywire.processor.story.similarity;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.IntTable;
import org.storywire.processor.story.features.Profile;

/**
 * How rare a feature is: a prior that counts for a fixed number of articles, and the articles held.
 * A function of prior and held articles alone, whatever their order.
 */
public final class Frequencies {

  /** Articles that the prior counts for. */
  static final int PRIOR_ARTICLES = 2000;

  private final IntTable held = new IntTable(1 << 12);
  private int articles;

  /** Whether a feature counts: a word of the text, not of the title alone. */
  static boolean counted(int packed) {
    return (packed & Field.MOST) != 0;
  }

  public void add(Profile profile) {
    articles++;
    count(profile, 1);
  }

  public void remove(Profile profile) {
    articles--;
    count(profile, -1);
  }

  /**
   * Inverse document frequency [0..1] as things stand: 1 for a feature that nobody carries, 0 for
   * one that all do.
   */
  public IntToDoubleFunction idf(PriorFrequencies prior) {
    double total = total();
    double scale = scale(total);
    return key -> idf(PRIOR_ARTICLES * prior.share(key) + held.get(key), total, scale);
  }

  /**
   * Whether a feature is at least as rare as asked for: the same as its inverse frequency tells.
   */
  public IntPredicate rarerThan(double rarity, PriorFrequencies prior) {
    double most = total() / Math.exp(rarity / scale(total()));
    return key -> PRIOR_ARTICLES * prior.share(key) + held.get(key) + 0.5 <= most;
  }

  /** Inverse document frequencies of all features of an article, in the profile's order. */
  public double[] idf(Profile profile, PriorFrequencies prior) {
    double total = total();
    double scale = scale(total);
    double[] values = new double[profile.size()];
    // Look-ups first, arithmetic later: the look-ups miss the processor's cache and overlap so.
    for (int i = 0; i < values.length; i++) {
      int key = profile.key(i);
      values[i] = PRIOR_ARTICLES * prior.share(key) + held.get(key);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = idf(values[i], total, scale);
    }
    return values;
  }

  private double total() {
    return PRIOR_ARTICLES + articles + 1.0;
  }

  private static double scale(double total) {
    return 1 / Math.log(total / 0.5);
  }

  private static double idf(double count, double total, double scale) {
    double carrying = count + 0.5;
    return carrying >= total ? 0 : Math.log(total / carrying) * scale;
  }

  /** An article keeps only some of its features; {@code fewer} has none that {@code all} lacks. */
  public void thin(Profile all, Profile fewer) {
    int kept = 0;
    for (int i = 0; i < all.size(); i++) {
      boolean stays = kept < fewer.size() && fewer.key(kept) == all.key(i);
      if (counted(all.packed(i)) && !(stays && counted(fewer.packed(kept)))) {
        held.add(all.key(i), -1);
      }
      kept += stays ? 1 : 0;
    }
  }

  private void count(Profile profile, int step) {
    for (int i = 0; i < profile.size(); i++) {
      if (counted(profile.packed(i))) {
        held.add(profile.key(i), step);
      }
    }
  }
}
