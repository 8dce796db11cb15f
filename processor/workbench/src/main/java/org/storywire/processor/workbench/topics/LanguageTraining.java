package org.storywire.processor.workbench.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.storywire.processor.topics.FeatureTable;
import org.storywire.processor.topics.LanguageModel;

/**
 * Trains one language: features, the classifiers of all topics, and probability scales from margins
 * of classifiers that had not seen the outlet. What they learn about word vectors is folded into
 * the weights of the words.
 */
final class LanguageTraining {

  static final int FOLDS = 2;

  private static final int FEWEST_FOR_TERM = 3;
  private static final int FEWEST_FOR_PAIR = 8;
  private static final int MANY = 100_000;
  private static final int FEWEST_ARTICLES = 30;
  private static final int MOST_FEATURES = 150_000;
  private static final int FEWEST_FEATURES = 40_000;
  private static final int PASSES = 4;
  private static final float STEP = 0.1f;
  private static final double RARITY = 0.3;

  private final List<String> tops;
  private final TopicLessons lessons;
  private final WordVectors vectors;

  LanguageTraining(List<String> tops, TopicLessons lessons, WordVectors vectors) {
    this.tops = tops;
    this.lessons = lessons;
    this.vectors = vectors;
  }

  LanguageModel train(List<Example> examples) {
    FeatureTable table =
        new FeatureSelector(
                examples.size() < MANY ? FEWEST_FOR_TERM - 1 : FEWEST_FOR_TERM,
                examples.size() < MANY ? FEWEST_FOR_PAIR / 2 : FEWEST_FOR_PAIR)
            .select(examples, vectors.words());
    Lesson[] all = lessons.of(examples, table, vectors);
    float[] importance = importance(all);
    HingeTrainer trainer = new HingeTrainer(tops.size(), PASSES, STEP);
    float[][] margins = new float[all.length][tops.size()];
    HingeTrainer.Classifiers[] learned = new HingeTrainer.Classifiers[FOLDS + 1];
    IntStream.rangeClosed(0, FOLDS)
        .parallel()
        .forEach(
            fold -> learned[fold] = trainer.train(without(fold, all), table.size(), importance));
    for (int i = 0; i < all.length; i++) {
      learned[all[i].fold()].margins(all[i], margins[i]);
    }
    return model(table, learned[FOLDS], new TopicScale(all, margins), all);
  }

  private static Lesson[] without(int fold, Lesson[] all) {
    return Arrays.stream(all).filter(l -> l.fold() != fold).toArray(Lesson[]::new);
  }

  /** Rare topics weigh more, by a root of how much rarer they are. */
  private float[] importance(Lesson[] all) {
    float[] importance = new float[tops.size()];
    for (int k = 0; k < importance.length; k++) {
      int topic = k;
      double of = Arrays.stream(all).filter(l -> l.is(topic)).mapToDouble(Lesson::weight).sum();
      double sum = Arrays.stream(all).mapToDouble(Lesson::weight).sum();
      importance[k] = of == 0 ? 1 : (float) StrictMath.pow((sum - of) / of, RARITY);
    }
    return importance;
  }

  private LanguageModel model(
      FeatureTable full, HingeTrainer.Classifiers learned, TopicScale scale, Lesson[] all) {
    float[] folded = folded(full, learned);
    int[] kept = kept(full, folded, articles(all, l -> true));
    long[] hashes = new long[kept.length];
    float[] idf = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      hashes[i] = full.hash(kept[i]);
      idf[i] = full.idf(kept[i]);
    }
    FeatureTable table = new FeatureTable(hashes, idf);
    LanguageModel.Builder builder = new LanguageModel.Builder(table, tops.size());
    for (int k = 0; k < tops.size(); k++) {
      int topic = k;
      long articles = articles(all, l -> l.is(topic));
      if (articles >= FEWEST_ARTICLES) {
        float[] weights = new float[kept.length + tops.size()];
        for (int i = 0; i < kept.length; i++) {
          weights[i] = folded[kept[i] * tops.size() + k];
        }
        for (int j = 0; j < tops.size(); j++) {
          weights[kept.length + j] = learned.dense()[j * tops.size() + k];
        }
        float[][] curve = scale.of(k);
        builder.add(k, weights, learned.bias()[k], curve[0], curve[1]);
        System.out.printf(
            "  %s: %d articles, slopes %s, offsets %s%n",
            tops.get(k), articles, Arrays.toString(curve[0]), Arrays.toString(curve[1]));
      }
    }
    System.out.printf("  %d of %d features kept%n", kept.length, full.size());
    return builder.build();
  }

  private static long articles(Lesson[] lessons, Predicate<Lesson> of) {
    Set<Example> articles = Collections.newSetFromMap(new IdentityHashMap<>());
    Arrays.stream(lessons).filter(of).forEach(lesson -> articles.add(lesson.example()));
    return articles.size();
  }

  /** A word's own weights and what the dimensions of its vector weigh. */
  private float[] folded(FeatureTable table, HingeTrainer.Classifiers learned) {
    int topics = tops.size();
    float[] folded = learned.sparse().clone();
    for (int i = 0; i < table.size(); i++) {
      float[] word = vectors.of(table.hash(i));
      for (int d = 0; word != null && d < word.length; d++) {
        int row = (topics + d) * topics;
        for (int k = 0; k < topics; k++) {
          folded[i * topics + k] += word[d] * learned.dense()[row + k];
        }
      }
    }
    return folded;
  }

  /** The features that can tell most, in the table's order. */
  private int[] kept(FeatureTable table, float[] folded, long articles) {
    int topics = tops.size();
    int most = (int) Math.min(MOST_FEATURES, Math.max(FEWEST_FEATURES, articles));
    float[] strength = new float[table.size()];
    for (int i = 0; i < strength.length; i++) {
      for (int k = 0; k < topics; k++) {
        strength[i] = Math.max(strength[i], Math.abs(folded[i * topics + k]) * table.idf(i));
      }
    }
    float[] sorted = strength.clone();
    Arrays.sort(sorted);
    float least = sorted.length <= most ? 0 : sorted[sorted.length - most];
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < strength.length; i++) {
      if (strength[i] >= least) {
        kept.add(i);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }
}
