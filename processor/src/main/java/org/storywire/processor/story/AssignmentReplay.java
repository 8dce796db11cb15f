package org.storywire.processor.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Assignment alone, without life cycle and without telling what is new: what a threshold is chosen
 * with, many times faster than a whole follower.
 */
public final class AssignmentReplay {

  private AssignmentReplay() {}

  /** Story by article, as a follower would assign on first sight. */
  public static Map<String, String> run(
      StoryConfig config, StoryModel model, List<Arrival> arrivals) {
    EditionState state = new EditionState(TrainingPairs.NOTHING);
    StoryScorer scorer = new StoryScorer(model);
    Map<String, String> stories = new HashMap<>();
    for (Arrival arrival : arrivals) {
      PriorFrequencies prior = model.prior(arrival.language());
      IntToDoubleFunction idf = state.frequencies().idf(prior);
      Weighted weighted = new Weighted(arrival, idf);
      List<HeldArticle> candidates = state.index().candidates(weighted, config.candidates());
      List<StoryScorer.Scored> ranked = scorer.rank(weighted, candidates);
      boolean joins = !ranked.isEmpty() && ranked.get(0).score() >= model.threshold();
      HeldStory story =
          joins ? ranked.get(0).story() : new HeldStory(arrival.articleId(), arrival.at());
      HeldArticle article =
          new HeldArticle(
              state.nextSequence(),
              arrival,
              Instant.MIN,
              Optional.of(arrival.features().withoutPassages()),
              weighted.norms(),
              ArticleIndex.keysOf(weighted),
              List.of());
      story.count(article);
      state.learn(article);
      stories.put(arrival.articleId(), story.id());
    }
    return stories;
  }
}
