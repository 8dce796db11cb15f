package org.storywire.processor.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Stories and articles held for one edition, with what is derived from them. */
final class EditionState {

  private final StoryMemory memory;
  private final Frequencies frequencies = new Frequencies();
  private final ArticleIndex index = new ArticleIndex();
  private final Map<String, HeldStory> stories = new HashMap<>();
  private final Map<String, HeldArticle> articles = new HashMap<>();
  private final TreeSet<HeldStory> byIdleness =
      new TreeSet<>(Comparator.comparing(HeldStory::lastAt).thenComparing(HeldStory::id));
  private final TreeSet<HeldStory> open = new TreeSet<>(byIdleness.comparator());
  private final TreeSet<HeldStory> recent = new TreeSet<>(byIdleness.comparator());
  private Instant clock = Instant.MIN;
  private long lastSequence;

  EditionState(StoryMemory memory) {
    this.memory = memory;
  }

  Frequencies frequencies() {
    return frequencies;
  }

  /** An arriving article with the rarity of its features as things stand. */
  Weighted weigh(Arrival arrival, StoryModel model) {
    StoryFeatures features = arrival.features();
    double[] idf = frequencies.idf(features.profile(), model.prior(arrival.language()));
    return new Weighted(features, arrival.source(), arrival.at(), idf);
  }

  /** A held article with the rarity of its features as things stand. */
  Weighted weigh(HeldArticle article, StoryModel model) {
    StoryFeatures features = article.features().orElseThrow();
    double[] idf = frequencies.idf(features.profile(), model.prior(article.language));
    return new Weighted(features, article.source, article.at, idf);
  }

  ArticleIndex index() {
    return index;
  }

  /** Latest event time seen. */
  Instant clock() {
    return clock;
  }

  void advance(Instant at) {
    clock = at.isAfter(clock) ? at : clock;
  }

  long nextSequence() {
    return ++lastSequence;
  }

  int size() {
    return articles.size();
  }

  int storyCount() {
    return stories.size();
  }

  Optional<HeldArticle> article(String id) {
    return Optional.ofNullable(articles.get(id));
  }

  Optional<HeldStory> story(String id) {
    return Optional.ofNullable(stories.get(id));
  }

  /** Stories that wait to be closed, longest idle first. */
  TreeSet<HeldStory> open() {
    return open;
  }

  /** Stories in the recent tier, longest idle first. */
  TreeSet<HeldStory> recent() {
    return recent;
  }

  /** Stories that are no redirects, longest idle first. */
  TreeSet<HeldStory> byIdleness() {
    return byIdleness;
  }

  /** Makes a story known; before changing what it is ordered by, {@link #unlist} it. */
  void list(HeldStory story) {
    stories.put(story.id(), story);
    if (story.state() == StoryView.State.MERGED) {
      return;
    }
    byIdleness.add(story);
    if (story.state() == StoryView.State.OPEN) {
      open.add(story);
    }
    if (!story.thin()) {
      recent.add(story);
    }
  }

  void unlist(HeldStory story) {
    byIdleness.remove(story);
    open.remove(story);
    recent.remove(story);
  }

  /** Derives what depends on an article that its story holds. */
  void learn(HeldArticle article) {
    articles.put(article.articleId, article);
    if (article.comparable()) {
      frequencies.add(article.profile());
      index.add(article);
    }
  }

  /** Undoes {@link #learn}. */
  void unlearn(HeldArticle article) {
    articles.remove(article.articleId);
    if (article.comparable()) {
      frequencies.remove(article.profile());
      index.remove(article);
    }
  }

  void save(HeldArticle article) {
    memory.putArticle(article.sequence, article.toBytes());
  }

  void save(HeldStory story) {
    memory.putStory(story.id(), story.toBytes());
  }

  /** Forgets what was written down of an article. */
  void forgetArticle(HeldArticle article) {
    memory.deleteArticle(article.sequence);
  }

  /** Forgets one article; its story stays. */
  void forget(HeldArticle article) {
    unlearn(article);
    article.story().release(article);
    memory.deleteArticle(article.sequence);
  }

  /** Forgets a story, its articles and the redirects to it. */
  List<String> forget(HeldStory story) {
    unlist(story);
    List.copyOf(story.members()).forEach(this::forget);
    List<String> ids = new ArrayList<>(story.redirects());
    ids.add(story.id());
    ids.forEach(
        id -> {
          stories.remove(id);
          memory.deleteStory(id);
        });
    return ids;
  }

  boolean idle(HeldStory story, Duration duration) {
    return story.lastAt().plus(duration).isBefore(clock);
  }

  /** Takes back a story that was put; its articles follow. */
  void restore(HeldStory story) {
    list(story);
  }

  /** Takes back an article that was put; all stories are there. */
  void restore(HeldArticle article, String storyId) {
    HeldStory story = current(storyId);
    story.hold(article);
    learn(article);
    advance(article.clock);
    lastSequence = Math.max(lastSequence, article.sequence);
  }

  private HeldStory current(String storyId) {
    HeldStory story = stories.get(storyId);
    while (story != null && story.redirectTo().isPresent()) {
      story = stories.get(story.redirectTo().get());
    }
    if (story == null) {
      throw new IllegalStateException(
          "story " + storyId + " of a held article was not restored before it");
    }
    return story;
  }
}
