package org.storywire.processor.workbench.story;

/** Gradient descent with a step of its own for each parameter (Kingma and Ba, ICLR 2015). */
final class Adam {

  private static final double MEAN_KEPT = 0.9;
  private static final double SQUARE_KEPT = 0.999;
  private static final double SMALLEST = 1e-8;

  private final double[] mean;
  private final double[] square;
  private double meanMissing = 1;
  private double squareMissing = 1;

  Adam(int parameters) {
    mean = new double[parameters];
    square = new double[parameters];
  }

  /**
   * One step downhill.
   *
   * @param parameters changed in place
   * @param gradient of the loss
   * @param rate length of the step
   */
  void step(double[] parameters, double[] gradient, double rate) {
    meanMissing *= MEAN_KEPT;
    squareMissing *= SQUARE_KEPT;
    for (int i = 0; i < parameters.length; i++) {
      double slope = gradient[i];
      mean[i] = MEAN_KEPT * mean[i] + (1 - MEAN_KEPT) * slope;
      square[i] = SQUARE_KEPT * square[i] + (1 - SQUARE_KEPT) * slope * slope;
      double usual = Math.sqrt(square[i] / (1 - squareMissing)) + SMALLEST;
      parameters[i] -= rate * mean[i] / (1 - meanMissing) / usual;
    }
  }
}
