package org.storywire.processor.workbench.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.storywire.processor.topics.Taxonomy;

/**
 * What margins mean as probabilities (Platt 1999). The sets' mix of topics is not the world's, so
 * articles of common topics count less, by the root of their number.
 */
final class TopicScale {

  private static final double PRIOR_TEMPER = 0.5;
  private static final double RIDGE = 1;

  private final Taxonomy taxonomy;
  private final List<Example> examples;
  private final double[] weights;

  TopicScale(Taxonomy taxonomy, List<Example> examples) {
    this.taxonomy = taxonomy;
    this.examples = examples;
    Map<String, Integer> counts = new HashMap<>();
    examples.forEach(e -> counts.merge(topOf(e), 1, Integer::sum));
    double mean = examples.size() / (double) counts.size();
    this.weights =
        examples.stream()
            .mapToDouble(e -> Math.pow(mean / counts.get(topOf(e)), PRIOR_TEMPER))
            .toArray();
  }

  /**
   * Slope and offset of the logistic curve.
   *
   * @param margins one an example
   * @param seen which of them there are
   * @param positive whether an example is of the topic
   */
  double[] fit(double[] margins, boolean[] seen, Predicate<Example> positive) {
    int[] used = IntStream.range(0, margins.length).filter(i -> seen[i]).toArray();
    double[][] inputs = new double[used.length][];
    boolean[] answers = new boolean[used.length];
    double[] weight = new double[used.length];
    for (int j = 0; j < used.length; j++) {
      inputs[j] = new double[] {margins[used[j]]};
      answers[j] = positive.test(examples.get(used[j]));
      weight[j] = weights[used[j]];
    }
    return LogisticFit.fit(inputs, answers, weight, RIDGE);
  }

  private String topOf(Example example) {
    return taxonomy.topLevelOf(example.primary().iterator().next());
  }
}
