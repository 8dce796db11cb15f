package org.storywire.processor.workbench.topics;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.storywire.processor.topics.Concept;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Taxonomy;

/**
 * Measures a tagger's top-level topics on labelled articles. The answer is the topic with the
 * highest score; it is right if a label's primary topic lies below it.
 */
final class TopicEvaluation {

  private static final double CONFIDENT = 0.9;

  private final Taxonomy taxonomy;
  private final List<String> tops;
  private final int[] labelled;
  private final int[] given;
  private final int[] hit;
  private final Map<String, int[]> bySet = new TreeMap<>();
  private final Map<String, int[]> confidentBySet = new TreeMap<>();
  private final Calibration best = new Calibration();
  private final Calibration every = new Calibration();
  private final int[] confident = new int[2];
  private int articles;
  private int tagged;
  private int tags;
  private int rightTags;

  private TopicEvaluation(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.tops = taxonomy.topLevel().stream().map(Concept::code).toList();
    this.labelled = new int[tops.size()];
    this.given = new int[tops.size()];
    this.hit = new int[tops.size()];
  }

  static TopicEvaluation of(Taxonomy taxonomy, Tagger tagger, List<Example> examples) {
    TopicEvaluation evaluation = new TopicEvaluation(taxonomy);
    examples.forEach(
        e -> evaluation.add(e, tagger.topLevelScores(e.language(), e.title(), e.body())));
    return evaluation;
  }

  private void add(Example example, double[] scores) {
    Set<Integer> gold = new TreeSet<>();
    example.primary().forEach(code -> gold.add(tops.indexOf(taxonomy.topLevelOf(code))));
    Set<Integer> further = new TreeSet<>();
    example.further().forEach(code -> further.add(tops.indexOf(taxonomy.topLevelOf(code))));
    int answer = 0;
    boolean found = false;
    for (int k = 0; k < scores.length; k++) {
      boolean shown = scores[k] >= Tagger.LEAST_SCORE;
      found |= shown && gold.contains(k);
      tags += shown ? 1 : 0;
      rightTags += shown && (gold.contains(k) || further.contains(k)) ? 1 : 0;
      answer = scores[k] > scores[answer] ? k : answer;
      if (scores[k] >= 0.05 && (gold.contains(k) || !further.contains(k))) {
        every.add(scores[k], gold.contains(k));
      }
    }
    articles++;
    tagged += found ? 1 : 0;
    boolean right = gold.contains(answer);
    int truth = right ? answer : gold.iterator().next();
    labelled[truth]++;
    given[answer]++;
    hit[truth] += right ? 1 : 0;
    tally(bySet, example.set(), right);
    best.add(scores[answer], right);
    if (scores[answer] >= CONFIDENT) {
      tally(confidentBySet, example.set(), right);
      confident[0] += right ? 1 : 0;
      confident[1]++;
    }
  }

  private static void tally(Map<String, int[]> tallies, String set, boolean right) {
    int[] tally = tallies.computeIfAbsent(set, s -> new int[2]);
    tally[0] += right ? 1 : 0;
    tally[1]++;
  }

  /** Numbers of the top-level topics that the examples are labelled with. */
  static Set<Integer> topLevels(Taxonomy taxonomy, List<Example> examples) {
    List<String> tops = taxonomy.topLevel().stream().map(Concept::code).toList();
    Set<Integer> found = new TreeSet<>();
    examples.forEach(
        e -> e.primary().forEach(code -> found.add(tops.indexOf(taxonomy.topLevelOf(code)))));
    return found;
  }

  /** Whether the topic with the highest score among {@code classes} is the example's. */
  static boolean answersRight(
      Taxonomy taxonomy, Tagger tagger, Example example, Set<Integer> classes) {
    double[] scores = tagger.topLevelScores(example.language(), example.title(), example.body());
    int answer = -1;
    for (int k : classes) {
      answer = answer < 0 || scores[k] > scores[answer] ? k : answer;
    }
    return topLevels(taxonomy, List.of(example)).contains(answer);
  }

  /** Calibration of the best answer of each article. */
  Calibration best() {
    return best;
  }

  /** Part of the articles whose best topic is right [0..1]. */
  double accuracy() {
    return IntStream.of(hit).sum() / (double) articles;
  }

  /** Number of articles. */
  int articles() {
    return articles;
  }

  /** Part of the answers with a high score that are right [0..1]; 1 if there are none. */
  double confidentPrecision() {
    return confident[1] == 0 ? 1 : confident[0] / (double) confident[1];
  }

  /** Part of the articles whose answer has a high score [0..1]. */
  double confidentShare() {
    return confident[1] / (double) articles;
  }

  /** Part of the articles that are given their topic [0..1]. */
  double articlesTagged() {
    return tagged / (double) articles;
  }

  /** Part of the given topics that an article has, or may well have [0..1]. */
  double tagsRight() {
    return rightTags / (double) tags;
  }

  /** Mean F1 of the topics that have articles [0..1]. */
  double macro() {
    double sum = 0;
    int topics = 0;
    for (int k = 0; k < labelled.length; k++) {
      if (labelled[k] > 0) {
        sum += f1(k);
        topics++;
      }
    }
    return sum / topics;
  }

  private double f1(int k) {
    return 2.0 * hit[k] / (labelled[k] + given[k]);
  }

  void print(PrintStream out) {
    int all = 0;
    int right = 0;
    for (int k = 0; k < labelled.length; k++) {
      all += labelled[k];
      right += hit[k];
      if (labelled[k] + given[k] > 0) {
        out.printf(
            Locale.ROOT,
            "%s  precision %.3f  recall %.3f  F1 %.3f  articles %5d  %s%n",
            tops.get(k),
            given[k] == 0 ? 0 : hit[k] / (double) given[k],
            labelled[k] == 0 ? 0 : hit[k] / (double) labelled[k],
            f1(k),
            labelled[k],
            taxonomy.get(tops.get(k)).label());
      }
    }
    bySet.forEach(
        (set, tally) -> {
          int[] sure = confidentBySet.getOrDefault(set, new int[2]);
          out.printf(
              Locale.ROOT,
              "set %-16s accuracy %.4f of %d; at >= %.1f: precision %.4f of %d%n",
              set,
              tally[0] / (double) tally[1],
              tally[1],
              CONFIDENT,
              sure[1] == 0 ? 0 : sure[0] / (double) sure[1],
              sure[1]);
        });
    out.printf(Locale.ROOT, "micro-F1 %.4f  macro-F1 %.4f%n", right / (double) all, macro());
    out.printf(
        Locale.ROOT,
        "precision at >= %.1f: %.4f of %d (%.1f %% of all)%n",
        CONFIDENT,
        confident[0] / (double) confident[1],
        confident[1],
        100.0 * confident[1] / all);
    out.printf(
        Locale.ROOT,
        "articles given their topic %.4f, given topics that are right %.4f%n",
        articlesTagged(),
        tagsRight());
    out.printf(
        Locale.ROOT,
        "calibration error: best answer %.4f, all scores >= 0.05 %.4f%n",
        best.error(),
        every.error());
    for (int bin = 0; bin < Calibration.BINS; bin++) {
      out.printf(
          Locale.ROOT,
          "  score %.2f  right %.2f  articles %d%n",
          best.meanScore(bin),
          best.accuracy(bin),
          best.count(bin));
    }
  }
}
