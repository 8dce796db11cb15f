package org.storywire.processor.workbench.topics;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
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
      rows[i] = new Feature[vector.size() + 1];
      for (int j = 0; j < vector.size(); j++) {
        rows[i][j] = new FeatureNode(vector.id(j) + 1, vector.value(j));
      }
      rows[i][vector.size()] = new FeatureNode(features + 1, BIAS);
    }
    return rows;
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
