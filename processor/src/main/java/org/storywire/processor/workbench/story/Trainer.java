package org.storywire.processor.workbench.story;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.Arrival;
import org.storywire.processor.story.PriorFrequencies;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryFollower;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.TrainingPairs;

/** Learns the weights of the similarities, then the threshold, from labelled streams. */
final class Trainer {

  private static final String RULESET = "stories-1";

  private final Map<String, PriorFrequencies> priors;

  Trainer(Map<String, PriorFrequencies> priors) {
    this.priors = priors;
  }

  /** A candidate pair with its label and its weight in training. */
  private record Example(double[] features, boolean same, double weight) {}

  /** Weights and threshold from all streams, each with the same say. */
  StoryModel train(List<Stream> streams) {
    List<Example> examples = new ArrayList<>();
    for (Stream stream : streams) {
      examples.addAll(examples(stream));
    }
    StoryModel model = fit(examples);
    return model.withThreshold(bestThreshold(model, streams));
  }

  private List<Example> examples(Stream stream) {
    TrainingPairs pairs = new TrainingPairs(StoryConfig.defaults(), empty());
    stream.arrivals().forEach(pairs::add);
    List<Example> examples = new ArrayList<>();
    double share = 20_000.0 / Math.max(1, pairs.pairs().size());
    for (TrainingPairs.Pair pair : pairs.pairs()) {
      boolean same =
          stream.stories().get(pair.article()).equals(stream.stories().get(pair.other()));
      examples.add(new Example(pair.features(), same, share));
    }
    return examples;
  }

  private StoryModel empty() {
    return new StoryModel(RULESET, 0.5, 0, new double[TrainingPairs.names().size()], priors);
  }

  /** Logistic regression on standardised features; the scale is folded into the weights. */
  private StoryModel fit(List<Example> examples) {
    int size = TrainingPairs.names().size();
    double[] mean = new double[size];
    double[] deviation = new double[size];
    for (Example example : examples) {
      for (int f = 0; f < size; f++) {
        mean[f] += example.features()[f] / examples.size();
      }
    }
    for (Example example : examples) {
      for (int f = 0; f < size; f++) {
        double off = example.features()[f] - mean[f];
        deviation[f] += off * off / examples.size();
      }
    }
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.n = size + 1;
    problem.bias = 1;
    problem.x = new Feature[examples.size()][];
    problem.y = new double[examples.size()];
    for (int e = 0; e < examples.size(); e++) {
      problem.x[e] = new Feature[size + 1];
      for (int f = 0; f < size; f++) {
        double scale = deviation[f] == 0 ? 0 : 1 / Math.sqrt(deviation[f]);
        problem.x[e][f] = new FeatureNode(f + 1, (examples.get(e).features()[f] - mean[f]) * scale);
      }
      problem.x[e][size] = new FeatureNode(size + 1, 1);
      problem.y[e] = examples.get(e).same() ? 1 : 0;
    }
    Linear.disableDebugOutput();
    Parameter parameter = new Parameter(SolverType.L2R_LR, 0.05, 1e-5);
    Model trained = Linear.train(problem, parameter);
    double sign = trained.getLabels()[0] == 1 ? 1 : -1;
    double[] raw = trained.getFeatureWeights();
    double[] weights = new double[size];
    double bias = sign * raw[size];
    for (int f = 0; f < size; f++) {
      weights[f] = deviation[f] == 0 ? 0 : sign * raw[f] / Math.sqrt(deviation[f]);
      bias -= weights[f] * mean[f];
    }
    return new StoryModel(RULESET, 0.5, bias, weights, priors);
  }

  /** The threshold with the best mean pairwise F1 over the streams. */
  private static double bestThreshold(StoryModel model, List<Stream> streams) {
    double best = 0;
    double bestScore = -1;
    for (int percent = 20; percent <= 80; percent += 2) {
      double score = 0;
      for (Stream stream : streams) {
        score += score(model.withThreshold(percent / 100.0), stream).f1() / streams.size();
      }
      if (score > bestScore) {
        bestScore = score;
        best = percent / 100.0;
      }
    }
    return best;
  }

  /** Replays a stream through a new follower. */
  static ClusterScores score(StoryModel model, Stream stream) {
    Map<String, String> gold = new HashMap<>();
    stream.arrivals().forEach(a -> gold.put(a.articleId(), stream.stories().get(a.articleId())));
    return ClusterScores.of(replay(model, stream.arrivals()), gold);
  }

  /** Story by article after the whole stream. */
  static Map<String, String> replay(StoryModel model, List<Arrival> arrivals) {
    StoryFollower follower =
        new StoryFollower(StoryConfig.defaults(), model, new ForgetfulMemory());
    Map<String, String> first = new HashMap<>();
    for (Arrival arrival : arrivals) {
      first.put(arrival.articleId(), follower.follow(arrival).storyId());
    }
    Map<String, String> last = new HashMap<>();
    first.forEach((article, story) -> last.put(article, follower.storyOf(article).orElse(story)));
    return last;
  }
}
