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

  /** Steps between a pair that shares nothing and the pair that is explained. */
  private static final int STEPS = 32;

  private final double[] mean;
  private final double[] scale;
  private final double[] linear;
  private final double bias;
  private final Unit[] units;

  /** Weights of a number in all units, number after number: the processor adds several at once. */
  private final double[] byNumber;

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
    this.byNumber = new double[mean.length * units.size()];
    for (int i = 0; i < byNumber.length; i++) {
      byNumber[i] = units.get(i % units.size()).weights()[i / units.size()];
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
    double[] in = new double[units.length];
    for (int u = 0; u < in.length; u++) {
      in[u] = units[u].bias();
    }
    for (int i = 0; i < mean.length; i++) {
      double x = standardised(i, numbers[i]);
      sum += linear[i] * x;
      int from = i * in.length;
      for (int u = 0; u < in.length; u++) {
        in[u] += byNumber[from + u] * x;
      }
    }
    for (int u = 0; u < in.length; u++) {
      sum += units[u].output() * in[u] / (1 + Math.abs(in[u]));
    }
    return sum;
  }

  private double standardised(int i, double number) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, (number - mean[i]) * scale[i]));
  }

  /**
   * What each number weighs in these log-odds: how steep they are in it, on average over the way
   * from all zeros to here. Numbers times weights add up to the log-odds less those of all zeros,
   * but for the size of the steps (integrated gradients; Sundararajan, Taly and Yan, ICML 2017).
   */
  double[] weights(double[] numbers) {
    double[] weights = new double[numbers.length];
    double[] x = new double[numbers.length];
    for (int step = 0; step < STEPS; step++) {
      double share = (step + 0.5) / STEPS;
      for (int i = 0; i < x.length; i++) {
        x[i] = standardised(i, share * numbers[i]);
      }
      double[] slope = slope(x);
      for (int i = 0; i < x.length; i++) {
        boolean held = Math.abs(x[i]) == FARTHEST;
        weights[i] += held ? 0 : slope[i] * scale[i] / STEPS;
      }
    }
    return weights;
  }

  private double[] slope(double[] x) {
    double[] slope = linear.clone();
    for (Unit unit : units) {
      double in = unit.bias();
      for (int i = 0; i < x.length; i++) {
        in += unit.weights()[i] * x[i];
      }
      double off = 1 + Math.abs(in);
      for (int i = 0; i < x.length; i++) {
        slope[i] += unit.output() / (off * off) * unit.weights()[i];
      }
    }
    return slope;
  }
}
