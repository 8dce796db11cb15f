package org.storywire.processor.workbench.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.Arrival;
import org.storywire.processor.story.PriorFrequencies;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.TrainingPairs;

/** Learns the weights of the similarities, then the threshold, from labelled streams. */
final class Trainer {

  private static final String RULESET = "stories-1";
  private static final double PENALTY = 1e-3;

  /** Share of all weight that pairs of one event have, near their share among candidates. */
  private static final double POSITIVE_SHARE = 0.05;

  private final Map<String, PriorFrequencies> priors;

  Trainer(Map<String, PriorFrequencies> priors) {
    this.priors = priors;
  }

  /** Weights from all streams, each with its weight; threshold with the same say for each. */
  StoryModel train(List<Stream> streams) {
    StoryModel model = weights(streams);
    return model.withThreshold(bestThreshold(model, streams));
  }

  /** Weights alone; the threshold is not chosen. */
  StoryModel weights(List<Stream> streams) {
    List<LogisticRegression.Example> examples = new ArrayList<>();
    streams.forEach(stream -> examples.addAll(examples(stream)));
    return fit(examples);
  }

  /** A stream's candidate pairs; each class has the same share of the weight in every stream. */
  private List<LogisticRegression.Example> examples(Stream stream) {
    TrainingPairs collector = new TrainingPairs(empty());
    stream.arrivals().forEach(collector::add);
    List<TrainingPairs.Pair> pairs = collector.pairs();
    double positives = pairs.stream().filter(pair -> same(stream, pair)).count();
    double negatives = pairs.size() - positives;
    List<LogisticRegression.Example> examples = new ArrayList<>();
    for (TrainingPairs.Pair pair : pairs) {
      boolean same = same(stream, pair);
      double weight = same ? POSITIVE_SHARE / positives : (1 - POSITIVE_SHARE) / negatives;
      double[] features = pair.features();
      examples.add(new LogisticRegression.Example(features, same, weight * stream.weight()));
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
    double[] fitted = LogisticRegression.fit(examples, PENALTY);
    int size = fitted.length - 1;
    double[] weights = Arrays.copyOf(fitted, size);
    return new StoryModel(RULESET, 0.5, fitted[size], weights, priors);
  }

  /** The threshold with the best mean pairwise F1 over the streams. */
  private static double bestThreshold(StoryModel model, List<Stream> streams) {
    double best = 0;
    double bestScore = -1;
    for (int percent = 35; percent <= 65; percent += 5) {
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

  /** Scores a replay of a stream. */
  static ClusterScores score(StoryModel model, Stream stream) {
    return ClusterScores.of(replay(model, stream.arrivals()), stream.gold());
  }

  /** Story by article after the whole stream, mergers and splits included. */
  static Map<String, String> replay(StoryModel model, List<Arrival> arrivals) {
    return Replay.stories(model, arrivals, (arrival, followed) -> {});
  }
}
