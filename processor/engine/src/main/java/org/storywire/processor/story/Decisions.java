package org.storywire.processor.story;

import java.util.List;
import java.util.Optional;

/** Puts into words and numbers why an article is where it is. */
final class Decisions {

  private final StoryModel model;

  Decisions(StoryModel model) {
    this.model = model;
  }

  /** A decision that needed no score. */
  Decision verdict(String reason) {
    return new Decision(
        reason, 1, model.threshold(), List.of(), Optional.empty(), 0, model.ruleset());
  }

  /**
   * A decision by score.
   *
   * @param ranked stories by score, best first
   * @param joins whether the article joins the best one
   */
  Decision of(StoryScorer scorer, List<StoryScorer.Scored> ranked, boolean joins) {
    if (ranked.isEmpty()) {
      return new Decision(
          "Opens a story: no held article shares enough with it.",
          0,
          model.threshold(),
          List.of(),
          Optional.empty(),
          0,
          model.ruleset());
    }
    StoryScorer.Scored best = ranked.get(0);
    int next = joins ? 1 : 0;
    Optional<StoryScorer.Scored> other =
        ranked.size() > next ? Optional.of(ranked.get(next)) : Optional.empty();
    String reason =
        (joins ? "Joins: scores " : "Opens a story: scores ")
            + hundredths(best.score())
            + " against “"
            + best.story().headline().text()
            + "”, "
            + hundredths(model.threshold())
            + " needed; most alike: article "
            + best.best().articleId()
            + ".";
    return new Decision(
        reason,
        best.score(),
        model.threshold(),
        scorer.explain(best.best()),
        other.map(scored -> scored.story().id()),
        other.map(StoryScorer.Scored::score).orElse(0.0),
        model.ruleset());
  }

  /** A number from 0 to 1 with two decimals; {@code String.format} would take microseconds. */
  private static String hundredths(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
  }
}
