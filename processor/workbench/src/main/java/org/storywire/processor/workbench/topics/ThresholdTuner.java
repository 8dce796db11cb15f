package org.storywire.processor.workbench.topics;

import java.util.stream.IntStream;

/**
 * Chooses the margin above which a label is given, by F1 on margins of examples that the classifier
 * did not learn from (SCut of Yang, SIGIR 2001, over pooled folds). A label whose best F1 stays
 * below {@code fallback} gets its highest margin as threshold (the rule FBR.1 of that paper).
 */
final class ThresholdTuner {

  private final double fallback;

  /**
   * A tuner.
   *
   * @param fallback F1 below which a tuned threshold is not trusted [0..1]
   */
  ThresholdTuner(double fallback) {
    this.fallback = fallback;
  }

  double threshold(double[] margins, boolean[] positive) {
    int[] order =
        IntStream.range(0, margins.length)
            .boxed()
            .sorted((a, b) -> Double.compare(margins[b], margins[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int all = (int) IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    int hits = 0;
    double best = -1;
    int bestAt = 0;
    for (int i = 0; i < order.length; i++) {
      hits += positive[order[i]] ? 1 : 0;
      double f1 = 2.0 * hits / (i + 1 + all);
      if (f1 > best) {
        best = f1;
        bestAt = i;
      }
    }
    if (best < fallback) {
      return margins[order[0]];
    }
    double below = bestAt + 1 < order.length ? margins[order[bestAt + 1]] : margins[order[bestAt]];
    return (margins[order[bestAt]] + below) / 2;
  }
}
