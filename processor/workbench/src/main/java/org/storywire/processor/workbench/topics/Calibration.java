package org.storywire.processor.workbench.topics;

/** Scores against what turned out right, in ten bins of equal width. */
final class Calibration {

  static final int BINS = 10;

  private final int[] count = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] sum = new double[BINS];

  void add(double score, boolean correct) {
    int bin = Math.min(BINS - 1, (int) (score * BINS));
    count[bin]++;
    right[bin] += correct ? 1 : 0;
    sum[bin] += score;
  }

  int count(int bin) {
    return count[bin];
  }

  /** Mean score in a bin; its middle if it is empty. */
  double meanScore(int bin) {
    return count[bin] == 0 ? (bin + 0.5) / BINS : sum[bin] / count[bin];
  }

  /** Part that was right in a bin; 0 if it is empty. */
  double accuracy(int bin) {
    return count[bin] == 0 ? 0 : right[bin] / (double) count[bin];
  }

  /** Expected calibration error: mean distance of score and accuracy, weighted by count [0..1]. */
  double error() {
    int all = 0;
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      all += count[bin];
      error += count[bin] * Math.abs(meanScore(bin) - accuracy(bin));
    }
    return all == 0 ? 0 : error / all;
  }
}
