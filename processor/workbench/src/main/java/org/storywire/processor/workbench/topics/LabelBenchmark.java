package org.storywire.processor.workbench.topics;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.storywire.processor.topics.FeatureTable;
import org.storywire.processor.topics.SparseVector;

/** Measures the method (features and linear classifiers) on a set's own labels. */
final class LabelBenchmark {

  private static final int TUNING_FOLDS = 4;

  private final FeatureSelector selector;
  private final LinearTrainer trainer;
  private final ThresholdTuner tuner;

  LabelBenchmark(FeatureSelector selector, LinearTrainer trainer, ThresholdTuner tuner) {
    this.selector = selector;
    this.trainer = trainer;
    this.tuner = tuner;
  }

  /**
   * Several labels an article, or none.
   *
   * @param micro F1 over all decisions [0..1]
   * @param macro mean F1 of the labels [0..1]
   */
  record MultiLabelScore(double micro, double macro, int labels) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "micro-F1 %.4f, macro-F1 %.4f over %d labels", micro, macro, labels);
    }
  }

  /** Trains on one part, thresholds tuned by cross-validation inside it, and scores the other. */
  MultiLabelScore multiLabel(List<Example> train, List<Example> test) {
    FeatureTable table = selector.select(train);
    List<SparseVector> vectors = vectors(table, train);
    List<SparseVector> unseen = vectors(table, test);
    Feature[][] rows = LinearTrainer.rows(vectors, table.size());
    Set<String> labels = new TreeSet<>();
    train.forEach(example -> labels.addAll(example.labels()));
    labels.removeIf(label -> test.stream().noneMatch(e -> e.labels().contains(label)));
    int[] every = IntStream.range(0, rows.length).toArray();
    int[] sum = new int[3];
    double macro = 0;
    for (String label : labels) {
      boolean[] positive = new boolean[rows.length];
      Arrays.setAll(
          new Object[rows.length], i -> positive[i] = train.get(i).labels().contains(label));
      double threshold = tuner.threshold(outOfFold(rows, vectors, table, positive), positive);
      LinearTrainer.Classifier classifier =
          trainer.train(rows, every, table.size(), i -> positive[i]);
      int[] counts = new int[3];
      for (int i = 0; i < test.size(); i++) {
        boolean given = classifier.margin(unseen.get(i)) > threshold;
        boolean right = test.get(i).labels().contains(label);
        counts[0] += given && right ? 1 : 0;
        counts[1] += given ? 1 : 0;
        counts[2] += right ? 1 : 0;
      }
      macro += f1(counts);
      Arrays.setAll(sum, i -> sum[i] + counts[i]);
    }
    return new MultiLabelScore(f1(sum), macro / labels.size(), labels.size());
  }

  private static double f1(int[] counts) {
    return counts[0] == 0 ? 0 : 2.0 * counts[0] / (counts[1] + counts[2]);
  }

  /** Margins by classifiers that did not see the example; positives are dealt out evenly. */
  private double[] outOfFold(
      Feature[][] rows, List<SparseVector> vectors, FeatureTable table, boolean[] positive) {
    int[] fold = new int[rows.length];
    int[] dealt = new int[2];
    for (int i = 0; i < fold.length; i++) {
      fold[i] = dealt[positive[i] ? 1 : 0]++ % TUNING_FOLDS;
    }
    double[] margins = new double[rows.length];
    for (int f = 0; f < TUNING_FOLDS; f++) {
      int held = f;
      int[] others = IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray();
      boolean any = Arrays.stream(others).anyMatch(i -> positive[i]);
      LinearTrainer.Classifier classifier =
          any ? trainer.train(rows, others, table.size(), i -> positive[i]) : null;
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == held) {
          margins[i] = any ? classifier.margin(vectors.get(i)) : -1;
        }
      }
    }
    return margins;
  }

  /** One label an article: part of the test articles whose strongest classifier is right [0..1]. */
  double accuracy(List<Example> train, List<Example> test) {
    FeatureTable table = selector.select(train);
    Feature[][] rows = LinearTrainer.rows(vectors(table, train), table.size());
    Set<String> names = new TreeSet<>();
    train.forEach(example -> names.addAll(example.labels()));
    List<String> labels = List.copyOf(names).stream().sorted().toList();
    int[] every = IntStream.range(0, rows.length).toArray();
    List<LinearTrainer.Classifier> classifiers = new ArrayList<>();
    for (String label : labels) {
      classifiers.add(
          trainer.train(rows, every, table.size(), i -> train.get(i).labels().contains(label)));
    }
    int right = 0;
    for (Example example : test) {
      SparseVector vector = table.vector(example.title(), example.body());
      int best = 0;
      for (int k = 1; k < labels.size(); k++) {
        if (classifiers.get(k).margin(vector) > classifiers.get(best).margin(vector)) {
          best = k;
        }
      }
      right += example.labels().contains(labels.get(best)) ? 1 : 0;
    }
    return right / (double) test.size();
  }

  private static List<SparseVector> vectors(FeatureTable table, List<Example> examples) {
    return examples.stream().map(e -> table.vector(e.title(), e.body())).toList();
  }

  static LinearTrainer standard(double cost, double positiveWeight) {
    return new LinearTrainer(SolverType.L2R_L2LOSS_SVC_DUAL, cost, positiveWeight);
  }
}
