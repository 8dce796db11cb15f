package org.storywire.processor.workbench.topics;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.storywire.processor.topics.SparseVector;

/** Trains one-vs-rest linear classifiers with liblinear; the same input gives the same weights. */
final class LinearTrainer {

  private static final double BIAS = 1;

  private final SolverType solver;
  private final double cost;
  private final double positiveWeight;

  /**
   * A trainer.
   *
   * @param solver which loss
   * @param cost how much errors weigh against the size of the weights (0..]
   * @param positiveWeight how much more a positive example weighs than a negative one (0..]
   */
  LinearTrainer(SolverType solver, double cost, double positiveWeight) {
    this.solver = solver;
    this.cost = cost;
    this.positiveWeight = positiveWeight;
    Linear.disableDebugOutput();
  }

  /** One topic's classifier: margin = weights · vector + bias; positive means yes. */
  record Classifier(float[] weights, float bias) {

    double margin(SparseVector vector) {
      double margin = bias;
      for (int i = 0; i < vector.size(); i++) {
        margin += weights[vector.id(i)] * vector.value(i);
      }
      return margin;
    }
  }

  /** Vectors in the form that the library wants, made once and shared by all classifiers. */
  static Feature[][] rows(List<SparseVector> vectors, int features) {
    Feature[][] rows = new Feature[vectors.size()][];
    for (int i = 0; i < rows.length; i++) {
      SparseVector vector = vectors.get(i);
      rows[i] = row(vector, new float[0], features);
    }
    return rows;
  }

  /**
   * One vector in the form that the library wants: numbers from 1, ascending, the constant last.
   *
   * @param further features beside those of the vector, numbered after them
   */
  static Feature[] row(SparseVector vector, float[] further, int features) {
    List<Feature> row = new ArrayList<>(vector.size() + further.length + 1);
    for (int j = 0; j < vector.size(); j++) {
      row.add(new FeatureNode(vector.id(j) + 1, vector.value(j)));
    }
    row.sort(Comparator.comparingInt(Feature::getIndex));
    for (int k = 0; k < further.length; k++) {
      if (further[k] > 0) {
        row.add(new FeatureNode(features + k + 1, further[k]));
      }
    }
    row.add(new FeatureNode(features + further.length + 1, BIAS));
    return row.toArray(new Feature[0]);
  }

  /**
   * Trains one classifier.
   *
   * @param rows examples as {@link #rows} gives them
   * @param chosen numbers of the rows to learn from
   * @param positive whether a row number is a positive example
   */
  Classifier train(Feature[][] rows, int[] chosen, int features, IntPredicate positive) {
    Problem problem = new Problem();
    problem.l = chosen.length;
    problem.n = features + 1;
    problem.bias = BIAS;
    problem.x = new Feature[chosen.length][];
    problem.y = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      problem.x[i] = rows[chosen[i]];
      problem.y[i] = positive.test(chosen[i]) ? 1 : -1;
    }
    Parameter parameter = new Parameter(solver, cost, 0.1, 200, 0.1);
    parameter.setWeights(new double[] {positiveWeight}, new int[] {1});
    Linear.resetRandom();
    Model model = Linear.train(problem, parameter);
    boolean first = model.getLabels()[0] == 1;
    double[] learned = model.getFeatureWeights();
    float[] weights = new float[features];
    float sign = first ? 1 : -1;
    for (int i = 0; i < features; i++) {
      weights[i] = sign * (float) learned[i];
    }
    return new Classifier(weights, sign * (float) (learned[features] * BIAS));
  }
}
