package org.storywire.processor.workbench.story;

import java.util.List;

/**
 * Logistic regression with a weight for each example and a quadratic penalty on standardised
 * features, fitted by Newton's method: few features, so that the exact step is cheap, and no
 * randomness at all.
 */
final class LogisticRegression {

  private static final int STEPS = 25;

  private LogisticRegression() {}

  /**
   * An example.
   *
   * @param features all of one length
   * @param positive its class
   * @param weight how much it counts
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Example(double[] features, boolean positive, double weight) {}

  /**
   * Fits.
   *
   * @param penalty strength of the pull to zero, relative to the total weight
   * @return a weight for each feature as given, the intercept last
   */
  static double[] fit(List<Example> examples, double penalty) {
    int size = examples.get(0).features().length;
    double[] mean = new double[size];
    double[] scale = new double[size];
    double total = standardise(examples, mean, scale);
    double[] weights = new double[size + 1];
    double[] x = new double[size + 1];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size + 1];
      double[][] curvature = new double[size + 1][size + 1];
      for (Example example : examples) {
        double sum = 0;
        for (int f = 0; f < size; f++) {
          x[f] = (example.features()[f] - mean[f]) * scale[f];
          sum += weights[f] * x[f];
        }
        x[size] = 1;
        double probability = 1 / (1 + Math.exp(-sum - weights[size]));
        double off = example.weight() / total * ((example.positive() ? 1 : 0) - probability);
        double bend = example.weight() / total * probability * (1 - probability);
        for (int f = 0; f <= size; f++) {
          gradient[f] += off * x[f];
          double scaled = bend * x[f];
          for (int g = 0; g <= f; g++) {
            curvature[f][g] += scaled * x[g];
          }
        }
      }
      for (int f = 0; f <= size; f++) {
        double pull = f < size ? penalty : 1e-9;
        gradient[f] -= pull * weights[f];
        curvature[f][f] += pull;
      }
      double[] change = solve(curvature, gradient);
      double largest = 0;
      for (int f = 0; f <= size; f++) {
        weights[f] += change[f];
        largest = Math.max(largest, Math.abs(change[f]));
      }
      if (largest < 1e-5) {
        break;
      }
    }
    for (int f = 0; f < size; f++) {
      weights[f] *= scale[f];
      weights[size] -= weights[f] * mean[f];
    }
    return weights;
  }

  private static double standardise(List<Example> examples, double[] mean, double[] scale) {
    double total = 0;
    for (Example example : examples) {
      total += example.weight();
      for (int f = 0; f < mean.length; f++) {
        mean[f] += example.weight() * example.features()[f];
      }
    }
    for (int f = 0; f < mean.length; f++) {
      mean[f] /= total;
    }
    for (Example example : examples) {
      for (int f = 0; f < mean.length; f++) {
        double off = example.features()[f] - mean[f];
        scale[f] += example.weight() / total * off * off;
      }
    }
    for (int f = 0; f < mean.length; f++) {
      scale[f] = scale[f] < 1e-12 ? 0 : 1 / Math.sqrt(scale[f]);
    }
    return total;
  }

  /** Cholesky; the matrix is given by its lower triangle and is destroyed. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j][j];
      }
    }
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int k = 0; k < i; k++) {
        sum -= a[i][k] * y[k];
      }
      y[i] = sum / a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = y[i];
      for (int k = i + 1; k < n; k++) {
        sum -= a[k][i] * y[k];
      }
      y[i] = sum / a[i][i];
    }
    return y;
  }
}
