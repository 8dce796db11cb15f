package org.storywire.processor.story;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Takes an article into the story found for it: index, counts, headline, the event that tells. */
final class Admission {

  private final StoryConfig config;
  private final StoryModel model;
  private final EditionState state;
  private final Ageing ageing;

  Admission(StoryConfig config, StoryModel model, EditionState state, Ageing ageing) {
    this.config = config;
    this.model = model;
    this.state = state;
    this.ageing = ageing;
  }

  /**
   * What the article brings.
   *
   * @param material whether there is substance in it
   */
  record News(boolean material, List<NewItem> items) {
    static final News NONE = new News(false, List.of());
  }

  /** Opens a closed story again for an article that is not late. */
  void reopen(HeldStory story, Arrival arrival, boolean late, EventLog log) {
    if (story.state() == StoryView.State.CLOSED && !late) {
      state.unlist(story);
      story.enter(StoryView.State.OPEN);
      state.list(story);
      log.life(story, StoryEvent.Kind.REOPENED, arrival.at(), Optional.empty());
    }
  }

  /**
   * Takes the article into the story, the index and the counts.
   *
   * @param compared what later articles compare with; empty if they are not to
   */
  HeldArticle hold(
      Arrival arrival, Optional<Weighted> compared, HeldStory story, KeptSentences sentences) {
    HeldArticle article =
        new HeldArticle(
            state.nextSequence(),
            arrival,
            state.clock(),
            compared.map(weighted -> arrival.features().withoutPassages()),
            compared.map(Weighted::norms).orElseGet(() -> new float[0]),
            compared
                .map(weighted -> ArticleIndex.keysOf(weighted).held())
                .orElseGet(() -> new int[0]),
            sentences);
    state.unlist(story);
    story.count(article);
    story.thin(story.thin() && state.idle(story, config.recentFor()));
    state.learn(article);
    state.list(story);
    return article;
  }

  /** Chooses headline and latest news anew, logs the event and writes the article down. */
  void tell(
      HeldArticle article,
      StoryEvent.Kind kind,
      Arrival arrival,
      boolean late,
      News news,
      EventLog log) {
    HeldStory story = article.story();
    ageing.limitMembers(story);
    IntToDoubleFunction idf = state.frequencies().idf(model.prior(arrival.language()));
    story.headline(HeadlineRule.choose(story, idf));
    if (news.material()) {
      news.items().stream()
          .filter(item -> item.kind() == NewItem.Kind.SENTENCE)
          .findFirst()
          .ifPresent(item -> story.latestNews(item.text()));
    }
    log.article(story, kind, arrival, late, news.material(), news.items());
    state.save(article);
  }
}
