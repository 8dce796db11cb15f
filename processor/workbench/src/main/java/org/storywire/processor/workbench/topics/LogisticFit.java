package org.storywire.processor.workbench.topics;

/**
 * Weighted logistic regression by Newton's method with a small ridge: turns margins into
 * probabilities (Platt 1999).
 */
final class LogisticFit {

  private static final int ITERATIONS = 60;

  private LogisticFit() {}

  /**
   * Fits coefficients; the last one is the intercept.
   *
   * @param inputs one row an example, without the constant
   * @param ridge penalty that keeps separable data finite (0..]
   */
  static double[] fit(double[][] inputs, boolean[] positive, double[] weights, double ridge) {
    int size = inputs[0].length + 1;
    double[] beta = new double[size];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      for (int i = 0; i < inputs.length; i++) {
        double p = probability(beta, inputs[i]);
        double error = weights[i] * ((positive[i] ? 1 : 0) - p);
        double curvature = weights[i] * p * (1 - p);
        for (int a = 0; a < size; a++) {
          double xa = a < size - 1 ? inputs[i][a] : 1;
          gradient[a] += error * xa;
          for (int b = 0; b < size; b++) {
            hessian[a][b] += curvature * xa * (b < size - 1 ? inputs[i][b] : 1);
          }
        }
      }
      for (int a = 0; a < size; a++) {
        gradient[a] -= ridge * beta[a];
        hessian[a][a] += ridge;
      }
      double[] step = solve(hessian, gradient);
      double largest = 0;
      for (int a = 0; a < size; a++) {
        double limited = Math.max(-2, Math.min(2, step[a]));
        beta[a] += limited;
        largest = Math.max(largest, Math.abs(limited));
      }
      if (largest < 1e-9) {
        break;
      }
    }
    return beta;
  }

  static double probability(double[] beta, double[] input) {
    double sum = beta[beta.length - 1];
    for (int a = 0; a < input.length; a++) {
      sum += beta[a] * input[a];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  /** Solves a symmetric positive system by elimination. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] x = right.clone();
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        x[row] -= factor * x[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        x[row] -= matrix[row][column] * x[column];
      }
      x[row] /= matrix[row][row];
    }
    return x;
  }
}
