package org.storywire.processor.workbench.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.storywire.processor.story.StoryEvidence;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.TrainingPairs;
import org.storywire.processor.story.TrainingStories;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.similarity.PairFeature;
import org.storywire.processor.story.similarity.PriorFrequencies;
import org.storywire.processor.workbench.story.LogisticRegression.Sign;

/** Learns weights of pairs, the threshold, and weights of stories from labelled streams. */
final class Trainer {

  private static final String RULESET = "stories-2";
  private static final double PENALTY = 3e-4;

  /** Share of all weight that pairs of one event have, near their share among candidates. */
  private static final double POSITIVE_SHARE = 0.05;

  /** One in so many pairs of different events is learned from: there are plenty. */
  private static final int UNLIKE_TAKEN = 4;

  private static final double STORY_PENALTY = 1e-3;

  /** Share of all weight that an article's own story has among its likeliest ones. */
  private static final double SAME_STORY_SHARE = 0.3;

  private static final double STEP = 0.25;
  private static final double SHORT_STEP = 0.4;
  private static final int MOST_STEPS = 4;

  private final Map<String, PriorFrequencies> priors;

  Trainer(Map<String, PriorFrequencies> priors) {
    this.priors = priors;
  }

  /**
   * Weights of pairs, then the threshold by long texts, the bias of short ones by openings, and
   * weights of a short article's stories.
   */
  StoryModel train(StoryLessons lessons) {
    StoryModel pairs = pairs(lessons);
    StoryModel texts = pairs.withThreshold(bestThreshold(pairs, lessons.texts()));
    StoryModel openings = texts.withShortBias(bestShortBias(texts, lessons.openings()));
    return stories(openings, lessons.shortTexts(), lessons.tuning());
  }

  /** Weights for long texts, then those for short ones beside them. */
  private StoryModel pairs(StoryLessons lessons) {
    int count = PairFeature.values().length;
    Sign[] signs = new Sign[count + 1];
    for (PairFeature feature : PairFeature.values()) {
      signs[feature.ordinal()] = feature.speaksFor() ? Sign.NOT_NEGATIVE : Sign.NOT_POSITIVE;
    }
    signs[count] = Sign.ANY;
    Sign[] free = new Sign[count];
    Arrays.fill(free, Sign.ANY);
    double[] whole = fit(lessons.longPairs(), free, TrainingPairs.Pair::features, pair -> 0, true);
    StoryModel.Weights longTexts =
        new StoryModel.Weights(whole[count], Arrays.copyOf(whole, count));
    double[] added =
        fit(
            lessons.shortPairs(),
            signs,
            Trainer::byShortness,
            pair -> (1 - pair.shortness()) * longTexts.logOdds(pair.features()),
            false);
    return model(longTexts, new StoryModel.Weights(added[count], Arrays.copyOf(added, count)));
  }

  private double[] fit(
      List<Stream> streams,
      Sign[] signs,
      Function<TrainingPairs.Pair, double[]> features,
      ToDoubleFunction<TrainingPairs.Pair> offset,
      boolean intercept) {
    List<LogisticRegression.Example> examples = new ArrayList<>();
    streams.forEach(stream -> examples.addAll(examples(stream, features, offset)));
    return LogisticRegression.fit(examples, signs, PENALTY, intercept);
  }

  /** Features by how short the texts are, and how short they are. */
  private static double[] byShortness(TrainingPairs.Pair pair) {
    int count = pair.features().length;
    double[] values = new double[count + 1];
    for (int i = 0; i < count; i++) {
      values[i] = pair.shortness() * pair.features()[i];
    }
    values[count] = pair.shortness();
    return values;
  }

  /**
   * Weights of evidence, then the bias with the best mean pairwise F1.
   *
   * @param streams teach the weights
   * @param tuning choose the bias
   */
  private static StoryModel stories(StoryModel model, List<Stream> streams, List<Stream> tuning) {
    List<LogisticRegression.Example> examples = new ArrayList<>();
    for (Stream stream : streams) {
      TrainingStories collector = new TrainingStories(model);
      stream.arrivals().forEach(a -> collector.add(a, stream.stories().get(a.articleId())));
      List<TrainingStories.Example> found = collector.examples();
      double positives = found.stream().filter(TrainingStories.Example::same).count();
      for (TrainingStories.Example example : found) {
        double weight =
            example.same()
                ? SAME_STORY_SHARE / positives
                : (1 - SAME_STORY_SHARE) / (found.size() - positives);
        examples.add(
            new LogisticRegression.Example(
                example.evidence(), example.same(), weight * stream.weight(), 0));
      }
    }
    Sign[] signs = new Sign[StoryEvidence.values().length];
    Arrays.fill(signs, Sign.NOT_NEGATIVE);
    double[] fitted = LogisticRegression.fit(examples, signs, STORY_PENALTY, true);
    int size = fitted.length - 1;
    double[] weights = Arrays.copyOf(fitted, size);
    StoryModel best = null;
    double bestScore = -1;
    for (int step = 0; step <= MOST_STEPS; step++) {
      StoryModel next =
          model.withStories(new StoryModel.Weights(fitted[size] + STEP * step, weights));
      double score = meanF1(next, tuning);
      if (score > bestScore) {
        best = next;
        bestScore = score;
      }
    }
    return best;
  }

  /** A stream's candidate pairs; each class has the same share of the weight in every stream. */
  private List<LogisticRegression.Example> examples(
      Stream stream,
      Function<TrainingPairs.Pair, double[]> features,
      ToDoubleFunction<TrainingPairs.Pair> offset) {
    TrainingPairs collector = new TrainingPairs(empty());
    stream.arrivals().forEach(collector::add);
    List<TrainingPairs.Pair> pairs = collector.pairs();
    double positives = pairs.stream().filter(pair -> same(stream, pair)).count();
    double negatives = (pairs.size() - positives) / UNLIKE_TAKEN;
    List<LogisticRegression.Example> examples = new ArrayList<>();
    int unlike = 0;
    for (TrainingPairs.Pair pair : pairs) {
      boolean same = same(stream, pair);
      if (!same && unlike++ % UNLIKE_TAKEN != 0) {
        continue;
      }
      double weight = same ? POSITIVE_SHARE / positives : (1 - POSITIVE_SHARE) / negatives;
      examples.add(
          new LogisticRegression.Example(
              features.apply(pair), same, weight * stream.weight(), offset.applyAsDouble(pair)));
    }
    return examples;
  }

  private static boolean same(Stream stream, TrainingPairs.Pair pair) {
    return stream.stories().get(pair.article()).equals(stream.stories().get(pair.other()));
  }

  private StoryModel empty() {
    StoryModel.Weights none = StoryModel.Weights.none(PairFeature.values().length);
    return model(none, none);
  }

  private StoryModel model(StoryModel.Weights pair, StoryModel.Weights shortPair) {
    StoryModel.Weights none = StoryModel.Weights.none(StoryEvidence.values().length);
    return new StoryModel(RULESET, 0.5, pair, shortPair, none, priors);
  }

  /** The threshold with the best mean pairwise F1 over the streams. */
  private static double bestThreshold(StoryModel model, List<Stream> streams) {
    double best = 0;
    double bestScore = -1;
    for (int percent = 40; percent <= 50; percent += 5) {
      double score = meanF1(model.withThreshold(percent / 100.0), streams);
      if (score > bestScore) {
        bestScore = score;
        best = percent / 100.0;
      }
    }
    return best;
  }

  private static double bestShortBias(StoryModel model, List<Stream> streams) {
    double best = model.shortBias();
    double bestScore = -1;
    for (int step = -2; step <= 1; step++) {
      double bias = model.shortBias() + SHORT_STEP * step;
      double score = meanF1(model.withShortBias(bias), streams);
      if (score > bestScore) {
        bestScore = score;
        best = bias;
      }
    }
    return best;
  }

  private static double meanF1(StoryModel model, List<Stream> streams) {
    return streams.stream().mapToDouble(s -> score(model, s).f1()).average().orElse(0);
  }

  /** Scores a replay of a stream. */
  static ClusterScores score(StoryModel model, Stream stream) {
    return ClusterScores.of(replay(model, stream.arrivals()), stream.gold());
  }

  /** Story by article after the whole stream, mergers and splits included. */
  static Map<String, String> replay(StoryModel model, List<Arrival> arrivals) {
    return FollowerRun.stories(model, arrivals, (arrival, followed) -> {});
  }
}
