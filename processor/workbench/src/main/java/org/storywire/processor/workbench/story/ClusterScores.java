package org.storywire.processor.workbench.story;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How well predicted stories match labelled ones: B-cubed (Bagga and Baldwin 1998), pairs, adjusted
 * Rand index.
 *
 * @param b3 B-cubed F1
 * @param precision share of predicted pairs that are right
 * @param recall share of true pairs that are predicted
 * @param f1 harmonic mean of the two
 * @param ari adjusted Rand index
 */
record ClusterScores(double b3, double precision, double recall, double f1, double ari) {

  /** Scores all labelled articles; one without prediction counts as a story of its own. */
  static ClusterScores of(Map<String, String> predicted, Map<String, String> gold) {
    Map<String, Integer> byGold = new HashMap<>();
    Map<String, Integer> byPrediction = new HashMap<>();
    Map<String, Integer> joint = new HashMap<>();
    gold.forEach(
        (article, story) -> {
          String guess = predicted.getOrDefault(article, "missing " + article);
          byGold.merge(story, 1, Integer::sum);
          byPrediction.merge(guess, 1, Integer::sum);
          joint.merge(story + '\t' + guess, 1, Integer::sum);
        });
    double n = gold.size();
    double b3Precision = 0;
    double b3Recall = 0;
    for (Map.Entry<String, Integer> entry : joint.entrySet()) {
      String[] ends = entry.getKey().split("\t");
      double squared = (double) entry.getValue() * entry.getValue();
      b3Precision += squared / byPrediction.get(ends[1]) / n;
      b3Recall += squared / byGold.get(ends[0]) / n;
    }
    double together = pairs(joint);
    double guessed = pairs(byPrediction);
    double labelled = pairs(byGold);
    double precision = guessed == 0 ? 1 : together / guessed;
    double recall = labelled == 0 ? 1 : together / labelled;
    double expected = guessed * labelled / (n * (n - 1) / 2);
    double ari = (together - expected) / ((guessed + labelled) / 2 - expected);
    return new ClusterScores(
        f1(b3Precision, b3Recall), precision, recall, f1(precision, recall), ari);
  }

  private static double pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "B-cubed %.4f  pairwise P %.4f R %.4f F1 %.4f  ARI %.4f",
        b3,
        precision,
        recall,
        f1,
        ari);
  }
}
