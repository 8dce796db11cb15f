package org.storywire.processor.workbench.topics;

import java.util.Arrays;

/**
 * Trains the linear classifiers of all topics at once: squared hinge loss, minimised by AdaGrad
 * (Duchi, Hazan, Singer 2011) in a fixed order with a step that shrinks from pass to pass. It uses
 * only arithmetic that is exact everywhere, so the same lessons give the same weights.
 */
final class HingeTrainer {

  private static final float START = 1e-4f;

  private final int topics;
  private final int passes;
  private final float step;

  /**
   * A trainer.
   *
   * @param step first step of a weight [0..]
   */
  HingeTrainer(int topics, int passes, float step) {
    this.topics = topics;
    this.passes = passes;
    this.step = step;
  }

  /**
   * Weights: those of feature {@code i} for topic {@code k} at {@code i * topics + k}; likewise
   * those of the dense features.
   */
  record Classifiers(float[] sparse, float[] dense, float[] bias) {

    /** Adds up the margin of each topic. */
    void margins(Lesson lesson, float[] margins) {
      int topics = bias.length;
      System.arraycopy(bias, 0, margins, 0, topics);
      for (int i = 0; i < lesson.ids().length; i++) {
        int row = lesson.ids()[i] * topics;
        float value = lesson.values()[i];
        for (int k = 0; k < topics; k++) {
          margins[k] += sparse[row + k] * value;
        }
      }
      for (int d = 0; d < lesson.dense().length; d++) {
        float value = lesson.dense()[d];
        if (value != 0) {
          for (int k = 0; k < topics; k++) {
            margins[k] += dense[d * topics + k] * value;
          }
        }
      }
    }
  }

  /**
   * Learns from lessons.
   *
   * @param features number of sparse features
   * @param importance how much more a true topic weighs than an absent one, by topic
   */
  Classifiers train(Lesson[] lessons, int features, float[] importance) {
    int width = lessons[0].dense().length;
    Classifiers learned =
        new Classifiers(new float[features * topics], new float[width * topics], new float[topics]);
    float[] sparseSquares = new float[features * topics];
    float[] denseSquares = new float[width * topics];
    float[] biasSquares = new float[topics];
    Arrays.fill(sparseSquares, START);
    Arrays.fill(denseSquares, START);
    Arrays.fill(biasSquares, START);
    int[] order = new int[lessons.length];
    Arrays.setAll(order, i -> i);
    long state = 88_172_645_463_325_252L;
    float[] gradient = new float[topics];
    int[] active = new int[topics];
    for (int pass = 0; pass < passes; pass++) {
      for (int i = order.length - 1; i > 0; i--) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        int j = (int) Long.remainderUnsigned(state, i + 1L);
        int other = order[i];
        order[i] = order[j];
        order[j] = other;
      }
      float now = step * (passes - pass) / passes;
      for (int number : order) {
        Lesson lesson = lessons[number];
        learned.margins(lesson, gradient);
        int count = gradients(lesson, importance, gradient, active);
        for (int a = 0; a < count; a++) {
          int topic = active[a];
          float slope = gradient[topic];
          for (int i = 0; i < lesson.ids().length; i++) {
            int at = lesson.ids()[i] * topics + topic;
            update(learned.sparse, sparseSquares, at, lesson.values()[i] * slope, now);
          }
          for (int d = 0; d < width; d++) {
            if (lesson.dense()[d] != 0) {
              update(
                  learned.dense, denseSquares, d * topics + topic, lesson.dense()[d] * slope, now);
            }
          }
          update(learned.bias, biasSquares, topic, slope, now);
        }
      }
    }
    return learned;
  }

  /** Turns margins into gradients of the loss; how many topics have one, their numbers first. */
  private int gradients(Lesson lesson, float[] importance, float[] margins, int[] active) {
    int count = 0;
    for (int k = 0; k < topics; k++) {
      boolean is = lesson.teaches(k);
      float missing = 1 - (is ? margins[k] : -margins[k]);
      if (missing > 0) {
        float slope = lesson.weight(k) * missing;
        margins[k] = is ? -slope * importance[k] : slope;
        active[count++] = k;
      }
    }
    return count;
  }

  private static void update(float[] weights, float[] squares, int at, float gradient, float now) {
    squares[at] += gradient * gradient;
    weights[at] -= now * gradient / (float) Math.sqrt(squares[at]);
  }
}
