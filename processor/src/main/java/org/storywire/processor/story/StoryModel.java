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

  private final String ruleset;
  private final double threshold;
  private final Network network;
  private final Map<String, PriorFrequencies> priors;

  /**
   * A model from its parts.
   *
   * @param network weighs the numbers named by {@link TrainingPairs#names()}, in that order
   * @param priors frequencies by language
   */
  public StoryModel(
      String ruleset, double threshold, Network network, Map<String, PriorFrequencies> priors) {
    if (network.size() != PairFeatures.NAMES.size()) {
      throw new IllegalArgumentException(
          "illegal story model: weighs "
              + network.size()
              + " numbers, expected "
              + PairFeatures.NAMES.size());
    }
    this.ruleset = ruleset;
    this.threshold = threshold;
    this.network = network;
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
      String[] cells = line.split("\t", 2);
      if (cells.length == 2) {
        values.put(cells[0], cells[1]);
      }
    }
    return new StoryModel(
        value(values, RULESET),
        Double.parseDouble(value(values, THRESHOLD)),
        NetworkTable.parse(PairFeatures.NAMES, name -> value(values, name)),
        priors);
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("story model has no value for: " + name);
    }
    return value;
  }

  /** Writes the text format. */
  public String format() {
    return RULESET
        + '\t'
        + ruleset
        + '\n'
        + THRESHOLD
        + '\t'
        + String.format(Locale.ROOT, "%.5f", threshold)
        + '\n'
        + NetworkTable.format(PairFeatures.NAMES, network);
  }

  /** Version of rules and weights. */
  public String ruleset() {
    return ruleset;
  }

  /** Score needed to join a story [0..1]. */
  public double threshold() {
    return threshold;
  }

  /** Prior frequencies of a language; {@link PriorFrequencies#NONE} if there are none. */
  public PriorFrequencies prior(String language) {
    return priors.getOrDefault(language, PriorFrequencies.NONE);
  }

  /** Probability that a pair tells of one event [0..1]. */
  public double score(double[] features) {
    return 1 / (1 + Math.exp(-network.logOdds(features)));
  }

  /** The parts of a score, heaviest contribution first. */
  List<Decision.Part> explain(double[] features) {
    double[] weights = network.weights(features);
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
