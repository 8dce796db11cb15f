package org.storywire.processor.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was learned: the weight of each similarity, the score needed to join a story, and how rare
 * features are by language. Text format: one {@code name<tab>value} a line.
 */
public final class StoryModel {

  private static final String WEIGHTS = "story-model.tsv";
  private static final String ENGLISH = "story-frequencies-en.bin";
  private static final String RULESET = "ruleset";
  private static final String THRESHOLD = "threshold";
  private static final String BIAS = "bias";

  private final String ruleset;
  private final double threshold;
  private final double bias;
  private final double[] weights;
  private final Map<String, PriorFrequencies> priors;

  /**
   * A model from its parts.
   *
   * @param weights one for each of {@link TrainingPairs#names()}, in that order
   * @param priors frequencies by language
   */
  public StoryModel(
      String ruleset,
      double threshold,
      double bias,
      double[] weights,
      Map<String, PriorFrequencies> priors) {
    if (weights.length != PairFeatures.NAMES.size()) {
      throw new IllegalArgumentException(
          "illegal story model: "
              + weights.length
              + " weights, expected "
              + PairFeatures.NAMES.size());
    }
    this.ruleset = ruleset;
    this.threshold = threshold;
    this.bias = bias;
    this.weights = weights.clone();
    this.priors = Map.copyOf(priors);
  }

  /** The model that ships as a resource. */
  public static StoryModel shipped() {
    try (InputStream weights = StoryModel.class.getResourceAsStream(WEIGHTS);
        InputStream english = StoryModel.class.getResourceAsStream(ENGLISH)) {
      if (weights == null || english == null) {
        throw new IllegalStateException(
            "resources " + String.join(", ", WEIGHTS, ENGLISH) + " must be on the class path");
      }
      String table = new String(weights.readAllBytes(), StandardCharsets.UTF_8);
      return parse(table, Map.of("en", PriorFrequencies.fromBytes(english.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read the story model", e);
    }
  }

  /** Reads the text format; every weight must be there. */
  static StoryModel parse(String table, Map<String, PriorFrequencies> priors) {
    Map<String, String> values = new HashMap<>();
    for (String line : table.split("\n")) {
      String[] cells = line.split("\t");
      if (cells.length == 2) {
        values.put(cells[0], cells[1]);
      }
    }
    double[] weights = new double[PairFeatures.NAMES.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = value(values, PairFeatures.NAMES.get(i));
    }
    return new StoryModel(
        values.getOrDefault(RULESET, "unnamed"),
        value(values, THRESHOLD),
        value(values, BIAS),
        weights,
        priors);
  }

  private static double value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("story model has no value for: " + name);
    }
    return Double.parseDouble(value);
  }

  /** Writes the text format. */
  public String format() {
    StringBuilder table = new StringBuilder();
    table.append(RULESET).append('\t').append(ruleset).append('\n');
    line(table, THRESHOLD, threshold);
    line(table, BIAS, bias);
    for (int i = 0; i < weights.length; i++) {
      line(table, PairFeatures.NAMES.get(i), weights[i]);
    }
    return table.toString();
  }

  private static void line(StringBuilder table, String name, double value) {
    table.append(name).append('\t').append(String.format(Locale.ROOT, "%.5f", value)).append('\n');
  }

  /** Version of rules and weights. */
  public String ruleset() {
    return ruleset;
  }

  /** Score needed to join a story [0..1]. */
  public double threshold() {
    return threshold;
  }

  /** The same model with another threshold. */
  public StoryModel withThreshold(double next) {
    return new StoryModel(ruleset, next, bias, weights, priors);
  }

  /** Prior frequencies of a language; {@link PriorFrequencies#NONE} if there are none. */
  public PriorFrequencies prior(String language) {
    return priors.getOrDefault(language, PriorFrequencies.NONE);
  }

  /** Probability that a pair tells of one event [0..1]. */
  public double score(double[] features) {
    return 1 / (1 + Math.exp(-logOdds(features)));
  }

  private double logOdds(double[] features) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /** The parts of a score, heaviest contribution first. */
  List<Decision.Part> explain(double[] features) {
    List<Decision.Part> parts = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (features[i] != 0 && weights[i] != 0) {
        Decision.Part part = new Decision.Part(PairFeatures.NAMES.get(i), features[i], weights[i]);
        int at = parts.size();
        while (at > 0 && before(part, parts.get(at - 1))) {
          at--;
        }
        parts.add(at, part);
      }
    }
    return parts;
  }

  private static boolean before(Decision.Part part, Decision.Part other) {
    double weight = Math.abs(part.value() * part.weight());
    double otherWeight = Math.abs(other.value() * other.weight());
    return weight == otherWeight ? part.name().compareTo(other.name()) < 0 : weight > otherWeight;
  }
}
