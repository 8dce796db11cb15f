package org.storywire.processor.story;

import java.time.Instant;
import java.util.Optional;

/**
 * What time does to stories: idle ones close, move to the thin tier, are forgotten; beyond the
 * maximum held the least recently updated leaves first. A bounded number a call.
 */
final class Ageing {

  private static final int MOST_AT_ONCE = 200;
  private static final double THIN_RARITY = 0.1;

  private final StoryConfig config;
  private final StoryModel model;
  private final EditionState state;

  Ageing(StoryConfig config, StoryModel model, EditionState state) {
    this.config = config;
    this.model = model;
    this.state = state;
  }

  /** Articles older than this are late. */
  Instant lateBefore() {
    return state.clock().equals(Instant.MIN)
        ? Instant.MIN
        : state.clock().minus(config.allowedLateness());
  }

  void run(EventLog log) {
    close(log);
    thin();
    forget(log);
  }

  private void close(EventLog log) {
    for (int i = 0; i < MOST_AT_ONCE && !state.open().isEmpty(); i++) {
      HeldStory story = state.open().first();
      if (!state.idle(story, config.closeAfter())) {
        return;
      }
      state.unlist(story);
      story.enter(StoryView.State.CLOSED);
      state.list(story);
      Instant at = story.lastAt().plus(config.closeAfter());
      log.life(story, StoryEvent.Kind.CLOSED, at, Optional.empty());
    }
  }

  private void thin() {
    for (int i = 0; i < MOST_AT_ONCE && !state.recent().isEmpty(); i++) {
      HeldStory story = state.recent().first();
      if (!state.idle(story, config.recentFor())) {
        return;
      }
      state.unlist(story);
      story.thin(true);
      state.list(story);
      state.save(story);
      story.members().stream().filter(HeldArticle::comparable).forEach(this::thin);
    }
  }

  /** Leaves names, streets and rare terms of an article to compare with. */
  private void thin(HeldArticle article) {
    Profile all = article.profile();
    PriorFrequencies prior = model.prior(article.language);
    article.thin(state.frequencies().rarerThan(THIN_RARITY, prior));
    state.frequencies().thin(all, article.profile());
    state.save(article);
  }

  private void forget(EventLog log) {
    for (int i = 0; i < MOST_AT_ONCE && !state.byIdleness().isEmpty(); i++) {
      HeldStory story = state.byIdleness().first();
      boolean crowded = state.size() >= config.maximumArticles();
      if (!crowded && !state.idle(story, config.forgetAfter())) {
        return;
      }
      log.forgotten(state.forget(story));
    }
  }

  /** Lets the oldest articles but the first go where a story holds too many. */
  void limitMembers(HeldStory story) {
    while (story.members().size() > config.maximumMembers()) {
      state.forget(story.members().get(1));
    }
  }
}
