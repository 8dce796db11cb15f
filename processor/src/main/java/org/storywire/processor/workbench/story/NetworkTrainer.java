package org.storywire.processor.workbench.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.storywire.processor.story.Network;

/**
 * Trains several small networks on weighted examples, each from another start, and gives their
 * mean: one alone hangs on its start. The starts are fixed: same data, same bits, also on another
 * machine, for the last bits of its logarithms are cut off before they could grow in thousands of
 * steps.
 */
final class NetworkTrainer {

  private static final int NETWORKS = 2;
  private static final int UNITS = 8;
  private static final int ROUNDS = 20;
  private static final int BATCH = 64;
  private static final double RATE = 0.003;

  /** Strength of the pull of all weights to zero. */
  private static final double PENALTY = 3e-4;

  /** Log-odds that a network starts from, for few pairs tell of one event. */
  private static final double FIRST_BIAS = -3;

  private final List<Example> examples;
  private final int size;
  private final double[] mean;
  private final double[] scale;
  private final double meanWeight;

  // Where the parameters of each kind begin in the one array that holds all.
  private final int unitBias;
  private final int output;
  private final int linear;
  private final int bias;

  /**
   * An example.
   *
   * @param numbers all of one length
   * @param positive its class
   * @param weight how much it counts
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Example(double[] numbers, boolean positive, double weight) {}

  private NetworkTrainer(List<Example> raw) {
    size = raw.get(0).numbers().length;
    mean = new double[size];
    scale = new double[size];
    meanWeight = measure(raw) / raw.size();
    examples = raw.stream().map(this::standardised).toList();
    unitBias = UNITS * size;
    output = unitBias + UNITS;
    linear = output + UNITS;
    bias = linear + size;
  }

  /** The mean of the trained networks. */
  static Network fit(List<Example> examples) {
    NetworkTrainer trainer = new NetworkTrainer(examples);
    double[] linear = new double[trainer.size];
    double bias = 0;
    List<Network.Unit> units = new ArrayList<>();
    for (int start = 0; start < NETWORKS; start++) {
      double[] parameters = trainer.train(new Random(start));
      for (int i = 0; i < linear.length; i++) {
        linear[i] += parameters[trainer.linear + i] / NETWORKS;
      }
      bias += parameters[trainer.bias] / NETWORKS;
      units.addAll(trainer.units(parameters));
    }
    return new Network(trainer.mean, trainer.scale, linear, bias, units);
  }

  private List<Network.Unit> units(double[] parameters) {
    List<Network.Unit> units = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      double[] weights = Arrays.copyOfRange(parameters, u * size, (u + 1) * size);
      double share = parameters[output + u] / NETWORKS;
      units.add(new Network.Unit(weights, parameters[unitBias + u], share));
    }
    return units;
  }

  /** Sets mean and scale of each number and returns the weight of all examples. */
  private double measure(List<Example> raw) {
    double total = 0;
    for (Example example : raw) {
      total += example.weight();
      for (int i = 0; i < size; i++) {
        mean[i] += example.weight() * example.numbers()[i];
      }
    }
    for (int i = 0; i < size; i++) {
      mean[i] /= total;
    }
    for (Example example : raw) {
      for (int i = 0; i < size; i++) {
        double off = example.numbers()[i] - mean[i];
        scale[i] += example.weight() / total * off * off;
      }
    }
    for (int i = 0; i < size; i++) {
      scale[i] = scale[i] < 1e-12 ? 0 : 1 / Math.sqrt(scale[i]);
    }
    return total;
  }

  private Example standardised(Example raw) {
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      float off = (float) ((raw.numbers()[i] - mean[i]) * scale[i]);
      x[i] = Math.max(-Network.FARTHEST, Math.min(Network.FARTHEST, off));
    }
    return new Example(x, raw.positive(), raw.weight() / meanWeight);
  }

  private double[] train(Random random) {
    double[] parameters = start(random);
    Adam adam = new Adam(parameters.length);
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    int batches = (order.length + BATCH - 1) / BATCH;
    double[] gradient = new double[parameters.length];
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      for (int batch = 0; batch < batches; batch++) {
        int from = batch * BATCH;
        int to = Math.min(order.length, from + BATCH);
        pull(parameters, gradient);
        for (int i = from; i < to; i++) {
          descend(examples.get(order[i]), parameters, gradient, to - from);
        }
        double done = (double) (round * batches + batch) / (ROUNDS * batches);
        adam.step(parameters, gradient, RATE * 0.5 * (1 + StrictMath.cos(Math.PI * done)));
      }
    }
    return parameters;
  }

  private double[] start(Random random) {
    double[] parameters = new double[bias + 1];
    for (int i = 0; i < unitBias; i++) {
      parameters[i] = random.nextGaussian() / Math.sqrt(size);
    }
    for (int u = 0; u < UNITS; u++) {
      parameters[output + u] = 0.1 * random.nextGaussian();
    }
    parameters[bias] = FIRST_BIAS;
    return parameters;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /** Begins a gradient with the penalty on all weights; constants are free. */
  private void pull(double[] parameters, double[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      boolean constant = i == bias || (i >= unitBias && i < output);
      gradient[i] = constant ? 0 : PENALTY * parameters[i];
    }
  }

  /** Adds an example's share of the gradient of the mean logistic loss. */
  private void descend(Example example, double[] parameters, double[] gradient, int batch) {
    double[] x = example.numbers();
    double[] in = new double[UNITS];
    double logOdds = parameters[bias] + dot(parameters, linear, x);
    for (int u = 0; u < UNITS; u++) {
      in[u] = parameters[unitBias + u] + dot(parameters, u * size, x);
      logOdds += parameters[output + u] * in[u] / (1 + Math.abs(in[u]));
    }
    double probability = 1 / (1 + StrictMath.exp(-logOdds));
    double off = (probability - (example.positive() ? 1 : 0)) * example.weight() / batch;
    gradient[bias] += off;
    add(gradient, linear, off, x);
    for (int u = 0; u < UNITS; u++) {
      double spread = 1 + Math.abs(in[u]);
      gradient[output + u] += off * in[u] / spread;
      double back = off * parameters[output + u] / (spread * spread);
      gradient[unitBias + u] += back;
      add(gradient, u * size, back, x);
    }
  }

  private static double dot(double[] parameters, int from, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += parameters[from + i] * x[i];
    }
    return sum;
  }

  private static void add(double[] gradient, int from, double times, double[] x) {
    for (int i = 0; i < x.length; i++) {
      gradient[from + i] += times * x[i];
    }
  }
}
