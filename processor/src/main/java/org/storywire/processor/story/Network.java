package org.storywire.processor.story;

import java.util.Arrays;
import java.util.List;

/**
 * A small neural network that weighs numbers: a linear part, and units that answer with {@code x /
 * (1 + |x|)}, so that one number may change what another is worth. Sums, products and quotients
 * only: the same bits on every machine.
 *
 * <p>Numbers are standardised and held within {@value #FARTHEST} standard deviations: what lies
 * farther out was not seen in training.
 */
public final class Network {

  /** Bound of a standardised number. */
  public static final double FARTHEST = 5;

  private final double[] mean;
  private final double[] scale;
  private final double[] linear;
  private final double bias;
  private final Unit[] units;

  /** Weights of each number in all units, so that one number is added to several units at once. */
  private final double[][] byNumber;

  /**
   * One unit.
   *
   * @param weights of the standardised numbers
   * @param bias its constant
   * @param output weight of its answer in the log-odds
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Unit(double[] weights, double bias, double output) {}

  /**
   * A network from its parts.
   *
   * @param mean what is taken from each number
   * @param scale what each number is then multiplied with; 0 for one that never varied
   * @param linear weight of each standardised number in the log-odds
   * @param bias constant of the log-odds
   * @throws IllegalArgumentException if the lengths differ
   */
  public Network(double[] mean, double[] scale, double[] linear, double bias, List<Unit> units) {
    this.mean = mean.clone();
    this.scale = checked("scales", scale).clone();
    this.linear = checked("weights", linear).clone();
    this.bias = bias;
    this.units = units.toArray(Unit[]::new);
    for (Unit unit : units) {
      checked("weights of a unit", unit.weights());
    }
    this.byNumber = new double[mean.length][units.size()];
    for (int i = 0; i < mean.length; i++) {
      for (int u = 0; u < units.size(); u++) {
        byNumber[i][u] = units.get(u).weights()[i];
      }
    }
  }

  private double[] checked(String what, double[] values) {
    if (values.length != mean.length) {
      throw new IllegalArgumentException(
          "illegal network: " + values.length + " " + what + ", expected " + mean.length);
    }
    return values;
  }

  /** A network without units: a weighted sum of the numbers as they are. */
  static Network linear(double[] weights, double bias) {
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    return new Network(new double[weights.length], ones, weights, bias, List.of());
  }

  /** How many numbers it weighs. */
  public int size() {
    return mean.length;
  }

  double[] mean() {
    return mean.clone();
  }

  double[] scale() {
    return scale.clone();
  }

  double[] linear() {
    return linear.clone();
  }

  double bias() {
    return bias;
  }

  List<Unit> units() {
    return List.of(units);
  }

  /** Log-odds for these numbers. */
  public double logOdds(double[] numbers) {
    double sum = bias;
    double[] x = new double[numbers.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = standardised(i, numbers[i]);
      sum += linear[i] * x[i];
    }
    double[] inputs = inputs(x);
    for (int u = 0; u < units.length; u++) {
      sum += units[u].output() * answer(inputs[u]);
    }
    return sum;
  }

  private double standardised(int i, double number) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, (number - mean[i]) * scale[i]));
  }

  /** What goes into each unit. */
  private double[] inputs(double[] x) {
    double[] inputs = new double[units.length];
    for (int u = 0; u < inputs.length; u++) {
      inputs[u] = units[u].bias();
    }
    for (int i = 0; i < x.length; i++) {
      double[] weights = byNumber[i];
      for (int u = 0; u < inputs.length; u++) {
        inputs[u] += weights[u] * x[i];
      }
    }
    return inputs;
  }

  private static double answer(double input) {
    return input / (1 + Math.abs(input));
  }

  /**
   * What each number weighs in these log-odds: numbers times weights add up to the log-odds less
   * those of all zeros. What a unit's answer gained since all zeros is shared out among the numbers
   * as they moved its input (rescale rule; Shrikumar, Greenside and Kundaje, ICML 2017).
   */
  double[] weights(double[] numbers) {
    double[] x = new double[numbers.length];
    double[] nothing = new double[numbers.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = standardised(i, numbers[i]);
      nothing[i] = standardised(i, 0);
    }
    double[] inputs = inputs(x);
    double[] inputsOfNothing = inputs(nothing);
    double[] weights = linear.clone();
    for (int u = 0; u < units.length; u++) {
      double moved = inputs[u] - inputsOfNothing[u];
      double gained = units[u].output() * (answer(inputs[u]) - answer(inputsOfNothing[u]));
      for (int i = 0; moved != 0 && i < x.length; i++) {
        weights[i] += gained / moved * units[u].weights()[i];
      }
    }
    for (int i = 0; i < x.length; i++) {
      weights[i] = numbers[i] == 0 ? 0 : weights[i] * (x[i] - nothing[i]) / numbers[i];
    }
    return weights;
  }
}
