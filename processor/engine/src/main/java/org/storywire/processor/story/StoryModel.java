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
import org.storywire.processor.story.similarity.PairFeature;
import org.storywire.processor.story.similarity.PriorFrequencies;

/**
 * What was learned: the weight of each similarity, the score needed to join a story, and how rare
 * features are by language. Text format: one {@code name<tab>value} a line; weights of pairs have a
 * second value for texts of no length. Between the two kinds of text, weights lie between the two
 * values.
 */
public final class StoryModel {

  private static final String WEIGHTS = "story-model.tsv";

  /** Those with frequencies of general news. */
  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr");

  private static final String RULESET = "ruleset";
  private static final String THRESHOLD = "threshold";
  private static final String BIAS = "bias";
  private static final String STORY_BIAS = "story: bias";

  private final String ruleset;
  private final double threshold;
  private final Weights pair;
  private final Weights shortPair;
  private final Weights story;
  private final Map<String, PriorFrequencies> priors;

  /**
   * Weights of a logistic regression.
   *
   * @param bias log-odds where all numbers are 0
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Weights(double bias, double[] weights) {

    /** Weights that say nothing. */
    public static Weights none(int size) {
      return new Weights(0, new double[size]);
    }

    /** Log-odds of numbers in the order of the weights. */
    public double logOdds(double[] values) {
      double sum = bias;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * values[i];
      }
      return sum;
    }

    private void expect(int size, String what) {
      if (weights.length != size) {
        throw new IllegalArgumentException(
            "illegal story model: "
                + weights.length
                + " weights of "
                + what
                + ", expected "
                + size);
      }
    }
  }

  /**
   * A model from its parts.
   *
   * @param pair weights for long texts in the order of {@link PairFeature}
   * @param shortPair the same for the shortest texts
   * @param story weights of a short article's stories in the order of {@link StoryEvidence}
   * @param priors frequencies by language
   */
  public StoryModel(
      String ruleset,
      double threshold,
      Weights pair,
      Weights shortPair,
      Weights story,
      Map<String, PriorFrequencies> priors) {
    pair.expect(PairFeature.COUNT, "pairs");
    shortPair.expect(PairFeature.COUNT, "short pairs");
    story.expect(StoryEvidence.COUNT, "stories");
    this.ruleset = ruleset;
    this.threshold = threshold;
    this.pair = pair;
    this.shortPair = shortPair;
    this.story = story;
    this.priors = Map.copyOf(priors);
  }

  /** The model that ships as resources. */
  public static StoryModel shipped() {
    Map<String, PriorFrequencies> priors = new HashMap<>();
    for (String language : LANGUAGES) {
      byte[] bytes = resource("story-frequencies-" + language + ".bin");
      priors.put(language, PriorFrequencies.fromBytes(bytes));
    }
    return parse(new String(resource(WEIGHTS), StandardCharsets.UTF_8), priors);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = StoryModel.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " must be on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + name, e);
    }
  }

  /** Reads the text format; every weight must be there. */
  static StoryModel parse(String table, Map<String, PriorFrequencies> priors) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> shortValues = new HashMap<>();
    for (String line : table.split("\n")) {
      String[] cells = line.split("\t");
      if (cells.length > 1) {
        values.put(cells[0], cells[1]);
      }
      if (cells.length > 2) {
        shortValues.put(cells[0], cells[2]);
      }
    }
    double[] pair = new double[PairFeature.COUNT];
    double[] shortPair = new double[PairFeature.COUNT];
    for (PairFeature feature : PairFeature.values()) {
      pair[feature.ordinal()] = value(values, feature.id());
      shortPair[feature.ordinal()] = value(shortValues, feature.id());
    }
    double[] story = new double[StoryEvidence.COUNT];
    for (StoryEvidence evidence : StoryEvidence.values()) {
      story[evidence.ordinal()] = value(values, evidence.id());
    }
    return new StoryModel(
        values.getOrDefault(RULESET, "unnamed"),
        value(values, THRESHOLD),
        new Weights(value(values, BIAS), pair),
        new Weights(value(shortValues, BIAS), shortPair),
        new Weights(value(values, STORY_BIAS), story),
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
    line(table, BIAS, pair.bias(), shortPair.bias());
    for (PairFeature feature : PairFeature.values()) {
      int i = feature.ordinal();
      line(table, feature.id(), pair.weights()[i], shortPair.weights()[i]);
    }
    line(table, STORY_BIAS, story.bias());
    for (StoryEvidence evidence : StoryEvidence.values()) {
      line(table, evidence.id(), story.weights()[evidence.ordinal()]);
    }
    return table.toString();
  }

  private static void line(StringBuilder table, String name, double... values) {
    table.append(name);
    for (double value : values) {
      table.append('\t').append(String.format(Locale.ROOT, "%.5f", value));
    }
    table.append('\n');
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
    return new StoryModel(ruleset, next, pair, shortPair, story, priors);
  }

  /** The same model with other weights for a short article's stories. */
  public StoryModel withStories(Weights next) {
    return new StoryModel(ruleset, threshold, pair, shortPair, next, priors);
  }

  /** Prior frequencies of a language; {@link PriorFrequencies#NONE} if there are none. */
  public PriorFrequencies prior(String language) {
    return priors.getOrDefault(language, PriorFrequencies.NONE);
  }

  /** The same model with another bias for pairs of short texts. */
  public StoryModel withShortBias(double next) {
    Weights other = new Weights(next, shortPair.weights());
    return new StoryModel(ruleset, threshold, pair, other, story, priors);
  }

  /** Log-odds of a pair of the shortest texts that share nothing. */
  public double shortBias() {
    return shortPair.bias();
  }

  /**
   * Probability that a pair tells of one event [0..1].
   *
   * @param features numbers in the order of {@link PairFeature}
   * @param shortness how little text there is [0..1]
   */
  public double score(double[] features, double shortness) {
    double logOdds =
        (1 - shortness) * pair.logOdds(features) + shortness * shortPair.logOdds(features);
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Whether there are weights for the stories of a short article. */
  boolean scoresShortTexts() {
    return story.bias() != 0;
  }

  /** Score of a short article's story, at the threshold where the evidence is even [0..1]. */
  double storyScore(double[] evidence) {
    double even = Math.log(threshold / (1 - threshold));
    return 1 / (1 + Math.exp(-even - story.logOdds(evidence)));
  }

  /** The parts of a score, heaviest contribution first. */
  List<Decision.Part> explain(double[] features, double shortness) {
    List<Decision.Part> parts = new ArrayList<>();
    for (PairFeature feature : PairFeature.values()) {
      int i = feature.ordinal();
      double weight = (1 - shortness) * pair.weights()[i] + shortness * shortPair.weights()[i];
      if (features[i] != 0 && weight != 0) {
        Decision.Part part = new Decision.Part(feature.id(), features[i], weight);
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
