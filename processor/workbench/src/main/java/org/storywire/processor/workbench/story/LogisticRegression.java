package org.storywire.processor.workbench.story;

import java.util.List;

/**
 * Logistic regression with a weight for each example, a quadratic penalty on standardised features,
 * and signs that weights must have: a likeness may speak for one event or say nothing, but never
 * against it, so that what an editor reads is true. Fitted by Newton's method; each step minimises
 * its quadratic model within the signs by coordinate descent. No randomness at all.
 */
final class LogisticRegression {

  private static final int STEPS = 40;
  private static final int ROUNDS = 2000;
  private static final double STEP_DONE = 1e-5;
  private static final double ROUND_DONE = 1e-8;

  private LogisticRegression() {}

  /**
   * An example.
   *
   * @param features all of one length
   * @param positive its class
   * @param weight how much it counts
   * @param offset log-odds that are known without the features
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Example(double[] features, boolean positive, double weight, double offset) {}

  /** What a weight may be. */
  enum Sign {
    NOT_NEGATIVE,
    NOT_POSITIVE,
    ANY;

    double nearest(double weight) {
      return switch (this) {
        case NOT_NEGATIVE -> Math.max(0, weight);
        case NOT_POSITIVE -> Math.min(0, weight);
        case ANY -> weight;
      };
    }
  }

  /**
   * Fits.
   *
   * @param signs what each weight may be
   * @param penalty strength of the pull to zero, relative to the total weight
   * @param intercept whether there is one; otherwise it is 0
   * @return a weight for each feature as given, the intercept last
   */
  static double[] fit(List<Example> examples, Sign[] signs, double penalty, boolean intercept) {
    int size = signs.length;
    double[] mean = new double[size];
    double[] scale = new double[size];
    double total = standardise(examples, mean, scale, intercept);
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
        x[size] = intercept ? 1 : 0;
        double probability = 1 / (1 + Math.exp(-sum - weights[size] - example.offset()));
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
        for (int g = 0; g < f; g++) {
          curvature[g][f] = curvature[f][g];
        }
      }
      if (step(weights, gradient, curvature, signs) < STEP_DONE) {
        break;
      }
    }
    for (int f = 0; f < size; f++) {
      weights[f] *= scale[f];
      weights[size] -= weights[f] * mean[f];
    }
    return weights;
  }

  /**
   * One Newton step within the signs.
   *
   * @param gradient destroyed
   * @return the largest change of a weight
   */
  private static double step(
      double[] weights, double[] gradient, double[][] curvature, Sign[] signs) {
    int size = weights.length;
    double[] change = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      double largest = 0;
      for (int f = 0; f < size; f++) {
        double next = weights[f] + change[f] + gradient[f] / curvature[f][f];
        double bounded = f < signs.length ? signs[f].nearest(next) : next;
        double move = bounded - weights[f] - change[f];
        if (move != 0) {
          change[f] += move;
          for (int g = 0; g < size; g++) {
            gradient[g] -= move * curvature[f][g];
          }
          largest = Math.max(largest, Math.abs(move));
        }
      }
      if (largest < ROUND_DONE) {
        break;
      }
    }
    double largest = 0;
    for (int f = 0; f < size; f++) {
      weights[f] += change[f];
      largest = Math.max(largest, Math.abs(change[f]));
    }
    return largest;
  }

  private static double standardise(
      List<Example> examples, double[] mean, double[] scale, boolean centred) {
    double total = 0;
    for (Example example : examples) {
      total += example.weight();
      for (int f = 0; f < mean.length; f++) {
        mean[f] += example.weight() * example.features()[f];
      }
    }
    for (int f = 0; f < mean.length; f++) {
      mean[f] *= centred ? 1 / total : 0;
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
}
