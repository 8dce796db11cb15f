package org.storywire.processor.workbench.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.topics.FeatureTable;
import org.storywire.processor.topics.SparseVector;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.TopLevelEvidence;

/**
 * Makes lessons of examples: the text as it is and, where it is longer, its headline alone and its
 * headline with the opening, because live feeds bring all three.
 */
final class TopicLessons {

  static final int OPENING = 45;
  private static final float CLEAR = 0.3f;
  private static final float LEAD = 1.5f;
  private static final Set<String> SELDOM_NAMED =
      Set.of(
          "medtop:03000000",
          "medtop:09000000",
          "medtop:12000000",
          "medtop:16000000",
          "medtop:17000000");

  private static final int LONG = 120;
  private static final int MOST_OF_REUTERS = 1_500;

  private final Taxonomy taxonomy;
  private final List<String> tops;
  private final TopLevelEvidence evidence;

  TopicLessons(Taxonomy taxonomy, List<String> tops, TopLevelEvidence evidence) {
    this.taxonomy = taxonomy;
    this.tops = tops;
    this.evidence = evidence;
  }

  /** How much an article of a set counts: small sets of full texts more, so that they are heard. */
  private static float weight(String set) {
    return switch (set) {
      case "bbc", "ecbplus" -> 3;
      case "masakhanews", "masakhanews-fra", "gasteiz-es" -> 4;
      case NoNews.SET -> 10;
      case "sagas" -> 0.5f;
      case "rss-topics-en-2026" -> 0.5f;
      default -> 1;
    };
  }

  Lesson[] of(Collection<Example> examples, FeatureTable table, WordVectors vectors) {
    List<Lesson> lessons = new ArrayList<>();
    int reuters = 0;
    for (Example example : examples) {
      if (example.set().equals("reuters") && reuters++ >= MOST_OF_REUTERS) {
        continue;
      }
      float weight = weight(example.set());
      long[] none = new long[0];
      if (example.title().length == 0 || example.body().length == 0) {
        lessons.add(lesson(example, example.body(), weight, table, vectors));
        if (example.body().length > LONG) {
          lessons.add(lesson(example, opening(example.body()), weight / 2, table, vectors));
        }
        continue;
      }
      boolean isLong = example.body().length > LONG;
      lessons.add(lesson(example, example.body(), weight / (isLong ? 1 : 2), table, vectors));
      lessons.add(lesson(example, none, weight / 2, table, vectors));
      if (isLong) {
        lessons.add(lesson(example, opening(example.body()), weight / 2, table, vectors));
      }
    }
    return lessons.toArray(new Lesson[0]);
  }

  private static long[] opening(long[] body) {
    return Arrays.copyOf(body, Math.min(OPENING, body.length));
  }

  private Lesson lesson(
      Example example, long[] body, float weight, FeatureTable table, WordVectors vectors) {
    SparseVector vector = table.vector(example.title(), body);
    float[] hints = evidence.of(example.language(), example.title(), body);
    float[] dense = Arrays.copyOf(hints, hints.length + vectors.dimensions());
    int[] ids = new int[vector.size()];
    float[] values = new float[vector.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = vector.id(i);
      values[i] = vector.value(i);
      float[] word = vectors.of(table.hash(ids[i]));
      for (int d = 0; word != null && d < word.length; d++) {
        dense[hints.length + d] += values[i] * word[d];
      }
    }
    return new Lesson(
        example,
        ids,
        values,
        dense,
        mask(example.primary()),
        mask(example.sure()),
        mask(example.further()),
        GeneralSets.holds(example) ? unlabelled(hints) & ~mask(example.primary()) : 0,
        weight,
        example.title().length + body.length,
        fold(example));
  }

  /**
   * The topic that the lexicon speaks for, where it is one that sections seldom name: a strike
   * stands under economy, a flood under the country it struck.
   */
  private int unlabelled(float[] hints) {
    int best = 0;
    float second = 0;
    for (int k = 1; k < hints.length; k++) {
      second = Math.max(second, Math.min(hints[k], hints[best]));
      best = hints[k] > hints[best] ? k : best;
    }
    boolean clear = hints[best] >= CLEAR && hints[best] >= LEAD * second;
    return clear && SELDOM_NAMED.contains(tops.get(best)) ? 1 << best : 0;
  }

  /** All items of one outlet are in one fold, and all lessons of one article. */
  private static int fold(Example example) {
    String group = example.outlet().isEmpty() ? example.id() : example.outlet();
    return (int) Long.remainderUnsigned(Hashing.hash64(group), LanguageTraining.FOLDS);
  }

  private int mask(Collection<String> codes) {
    int mask = 0;
    for (String code : codes) {
      mask |= 1 << tops.indexOf(taxonomy.topLevelOf(code));
    }
    return mask;
  }
}
