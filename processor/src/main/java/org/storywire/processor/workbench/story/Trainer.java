package org.storywire.processor.workbench.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.Arrival;
import org.storywire.processor.story.AssignmentReplay;
import org.storywire.processor.story.PriorFrequencies;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.TrainingPairs;

/** Learns the weights of the similarities, then the threshold, from labelled streams. */
final class Trainer {

  private static final String RULESET = "stories-1";
  static double penalty = 1e-3;
  static double positiveShare = 0.1;
  static double ecbWeight = 1;

  private final Map<String, PriorFrequencies> priors;

  Trainer(Map<String, PriorFrequencies> priors) {
    this.priors = priors;
  }

  /** Weights and threshold from all streams, each with the same say. */
  StoryModel train(List<Stream> streams) {
    List<LogisticRegression.Example> examples = new ArrayList<>();
    for (Stream stream : streams) {
      examples.addAll(examples(stream));
    }
    StoryModel model = fit(examples);
    return model.withThreshold(bestThreshold(model, streams));
  }

  static final Map<Stream, List<TrainingPairs.Pair>> CACHE = new HashMap<>();

  /** A stream's candidate pairs; both classes weigh the same in every stream. */
  private List<LogisticRegression.Example> examples(Stream stream) {
    List<TrainingPairs.Pair> pairs = CACHE.get(stream);
    if (pairs == null) {
      TrainingPairs collector = new TrainingPairs(StoryConfig.defaults(), empty());
      stream.arrivals().forEach(collector::add);
      pairs = collector.pairs();
      CACHE.put(stream, pairs);
    }
    List<LogisticRegression.Example> examples = new ArrayList<>();
    double positives = pairs.stream().filter(pair -> same(stream, pair)).count();
    double negatives = pairs.size() - positives;
    for (TrainingPairs.Pair pair : pairs) {
      boolean same = same(stream, pair);
      double weight = same ? positiveShare / positives : (1 - positiveShare) / negatives;
      if (pair.article().startsWith("ecb")) weight *= ecbWeight;
      examples.add(new LogisticRegression.Example(pair.features(), same, weight));
    }
    return examples;
  }

  private static boolean same(Stream stream, TrainingPairs.Pair pair) {
    return stream.stories().get(pair.article()).equals(stream.stories().get(pair.other()));
  }

  private StoryModel empty() {
    return new StoryModel(RULESET, 0.5, 0, new double[TrainingPairs.names().size()], priors);
  }

  private StoryModel fit(List<LogisticRegression.Example> examples) {
    double[] fitted = LogisticRegression.fit(examples, penalty);
    int size = fitted.length - 1;
    double[] weights = java.util.Arrays.copyOf(fitted, size);
    return new StoryModel(RULESET, 0.5, fitted[size], weights, priors);
  }

  /** The threshold with the best mean pairwise F1 over the streams. */
  private static double bestThreshold(StoryModel model, List<Stream> streams) {
    double best = 0;
    double bestScore = -1;
    for (int percent = 35; percent <= 70; percent += 5) {
      double score = 0;
      for (Stream stream : streams) {
        score +=
            score(model.withThreshold(percent / 100.0), stream).f1()
                * (stream.arrivals().get(0).articleId().startsWith("ecb")
                    ? Math.max(1e-3, ecbWeight)
                    : 1);
      }
      if (score > bestScore) {
        bestScore = score;
        best = percent / 100.0;
      }
    }
    return best;
  }

  /** Scores a replay of a stream. */
  static ClusterScores score(StoryModel model, Stream stream) {
    Map<String, String> gold = new HashMap<>();
    stream.arrivals().forEach(a -> gold.put(a.articleId(), stream.stories().get(a.articleId())));
    return ClusterScores.of(replay(model, stream.arrivals()), gold);
  }

  /** Story by article. */
  static Map<String, String> replay(StoryModel model, List<Arrival> arrivals) {
    return AssignmentReplay.run(StoryConfig.defaults(), model, arrivals);
  }
}
