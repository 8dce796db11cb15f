package org.storywire.processor.workbench.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.Arrival;
import org.storywire.processor.story.Network;
import org.storywire.processor.story.PriorFrequencies;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.TrainingPairs;

/** Learns the weights of the similarities from labelled streams. */
final class Trainer {

  private static final String RULESET = "stories-2";

  /** Pairs teach as often as they occur, so from here on joining is likelier right than wrong. */
  private static final double THRESHOLD = 0.5;

  private final Map<String, PriorFrequencies> priors;

  Trainer(Map<String, PriorFrequencies> priors) {
    this.priors = priors;
  }

  /** Weights from all streams, each with its weight. */
  StoryModel train(List<Stream> streams) {
    List<NetworkTrainer.Example> examples = new ArrayList<>();
    streams.forEach(stream -> examples.addAll(examples(stream)));
    return model(NetworkTrainer.fit(examples));
  }

  /** A stream's candidate pairs as they occur; all of them together weigh what the stream does. */
  private List<NetworkTrainer.Example> examples(Stream stream) {
    TrainingPairs collector = new TrainingPairs(blank());
    stream.arrivals().forEach(collector::add);
    List<TrainingPairs.Pair> pairs = collector.pairs();
    double weight = stream.weight() / pairs.size();
    return pairs.stream()
        .map(pair -> new NetworkTrainer.Example(pair.features(), same(stream, pair), weight))
        .toList();
  }

  private static boolean same(Stream stream, TrainingPairs.Pair pair) {
    return stream.stories().get(pair.article()).equals(stream.stories().get(pair.other()));
  }

  private StoryModel blank() {
    double[] none = new double[TrainingPairs.names().size()];
    return model(new Network(none, none, none, 0, List.of()));
  }

  private StoryModel model(Network network) {
    return new StoryModel(RULESET, THRESHOLD, network, priors);
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
