package org.storywire.processor.workbench.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.topics.LengthClass;

/**
 * What margins mean as probabilities (Platt 1999), for each topic and class of length. The sets'
 * mix of topics is not the world's, so articles of common topics count less, and so do articles of
 * large sets, by a root of their number. Reports are judged as short texts are: labelled reports
 * are mostly of one country's politics, and scales learned from them hold for nothing else.
 */
final class TopicScale {

  private static final double PRIOR_TEMPER = 0.35;
  private static final double RIDGE = 1;
  private static final double LEAST_SLOPE = 0.1;

  /** Log-odds on sets that were left out are this much nearer to 0 than on left-out outlets. */
  private static final double CAUTION = 0.8;

  private static final int MOST = 30_000;
  private static final int FEWEST = 20;

  private final Lesson[] lessons;
  private final float[][] margins;
  private final double[] weights;

  /**
   * Scales.
   *
   * @param margins of each lesson by classifiers that had not seen it, one a topic
   */
  TopicScale(Lesson[] lessons, float[][] margins) {
    this.lessons = lessons;
    this.margins = margins;
    Map<String, Integer> bySet = new HashMap<>();
    Map<Integer, Integer> byTopics = new HashMap<>();
    for (Lesson lesson : lessons) {
      bySet.merge(lesson.example().set(), 1, Integer::sum);
      byTopics.merge(lesson.topics(), 1, Integer::sum);
    }
    this.weights = new double[lessons.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double share = bySet.get(lessons[i].example().set()) / (double) lessons.length;
      double topics = byTopics.get(lessons[i].topics()) / (double) lessons.length;
      weights[i] = 1 / (Math.sqrt(share) * StrictMath.pow(topics, PRIOR_TEMPER));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / sum;
    }
  }

  /** Slopes and offsets of a topic, by class of length. */
  float[][] of(int topic) {
    LengthClass[] classes = LengthClass.values();
    double[] pooled = fit(topic, null, new double[] {1, -1});
    float[][] curve = new float[2][classes.length];
    for (LengthClass length : classes) {
      LengthClass like = length == LengthClass.FULL ? LengthClass.SHORT : length;
      double[] fitted = fit(topic, like, pooled);
      curve[0][length.ordinal()] = (float) (CAUTION * Math.max(LEAST_SLOPE, fitted[0]));
      curve[1][length.ordinal()] = (float) (CAUTION * fitted[1]);
    }
    return curve;
  }

  private double[] fit(int topic, LengthClass length, double[] otherwise) {
    List<Integer> used = new ArrayList<>();
    int positives = 0;
    for (int i = 0; i < lessons.length; i++) {
      if (!lessons[i].isUnknown(topic)
          && (length == null || LengthClass.of(lessons[i].terms()) == length)) {
        used.add(i);
        positives += lessons[i].is(topic) ? 1 : 0;
      }
    }
    if (positives < FEWEST || positives > used.size() - FEWEST) {
      return otherwise;
    }
    int stride = 1 + used.size() / MOST;
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      if (i % stride == 0 || lessons[used.get(i)].is(topic)) {
        taken.add(used.get(i));
      }
    }
    double[][] inputs = new double[taken.size()][];
    boolean[] answers = new boolean[taken.size()];
    double[] weight = new double[taken.size()];
    for (int j = 0; j < inputs.length; j++) {
      int i = taken.get(j);
      inputs[j] = new double[] {margins[i][topic]};
      answers[j] = lessons[i].is(topic);
      weight[j] = weights[i] * (answers[j] ? 1 : stride);
    }
    return LogisticFit.fit(inputs, answers, weight, RIDGE);
  }
}
