package org.storywire.processor.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Verdict;
import org.storywire.processor.story.EditionStories;
import org.storywire.processor.story.Followed;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryMemory;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.syndication.Correction;
import org.storywire.schemas.NewsTopics;

/** Puts each judged article into its story, in order, and tells what happened. */
final class StoryProcessor implements Processor<String, Judged, String, Outgoing> {

  static final String ARTICLES_STORE = "story-articles";
  static final String STORIES_STORE = "story-stories";

  private final StoryConfig config;
  private final StoryModel model;
  private final ProcessingObserver observer;
  private final Map<String, EditionStories> followers = new HashMap<>();
  private ProcessorContext<String, Outgoing> context;
  private KeyValueStore<String, byte[]> articles;
  private KeyValueStore<String, byte[]> stories;

  private StoryProcessor(StoryConfig config, StoryModel model, ProcessingObserver observer) {
    this.config = config;
    this.model = model;
    this.observer = observer;
  }

  static ProcessorSupplier<String, Judged, String, Outgoing> supplier(
      StoryConfig config, ProcessingObserver observer) {
    StoryModel model = StoryModel.shipped();
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Judged, String, Outgoing> get() {
        return new StoryProcessor(config, model, observer);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(EditionStore.builder(ARTICLES_STORE), EditionStore.builder(STORIES_STORE));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outgoing> processorContext) {
    context = processorContext;
    // An instance begins anew when its task comes back after it was a standby.
    followers.clear();
    articles = context.getStateStore(ARTICLES_STORE);
    stories = context.getStateStore(STORIES_STORE);
    EditionStore.forEach(stories, (edition, key, value) -> follower(edition).restoreStory(value));
    EditionStore.forEach(
        articles,
        (edition, key, value) ->
            follower(edition).restoreArticle(EditionStore.sequence(key), value));
    tellHeld();
  }

  @Override
  public void process(Record<String, Judged> record) {
    Article article = record.value().article();
    if (article.getVerdict() == Verdict.NOT_ARTICLE) {
      send(article);
      return;
    }
    EditionStories follower = follower(article.getEdition());
    if (article.getVerdict() == Verdict.UNCHANGED) {
      article.setStoryId(follower.storyOf(article.getArticleId()).orElse(null));
      send(article);
      return;
    }
    Followed followed = follower.follow(StoryMapper.arrival(article, record.value().features()));
    article.setStoryId(followed.storyId());
    article.setLate(followed.late());
    article.setStoryEvidence(StoryMapper.evidence(followed.decision()));
    send(article);
    followed.events().forEach(event -> send(StoryMapper.update(event, article)));
    followed.views().forEach(view -> send(StoryMapper.story(view, article), article));
    followed.forgotten().forEach(this::forget);
    record.value().corrections().forEach(correction -> correct(follower, correction, article));
    tellHeld();
  }

  private void tellHeld() {
    String task = context.taskId().toString();
    long open = 0;
    long stories = 0;
    long held = 0;
    for (EditionStories follower : followers.values()) {
      open += follower.openStoryCount();
      stories += follower.storyCount();
      held += follower.articleCount();
    }
    observer.held(task, ProcessingObserver.Held.OPEN_STORIES, open);
    observer.held(task, ProcessingObserver.Held.STORIES, stories);
    observer.held(task, ProcessingObserver.Held.ARTICLES, held);
  }

  @Override
  public void close() {
    observer.released(context.taskId().toString());
  }

  private void correct(EditionStories follower, Correction correction, Article cause) {
    follower
        .note(StoryMapper.kind(correction), correction.articleId(), cause.getEventAt())
        .ifPresent(
            noted -> {
              noted.events().forEach(event -> send(StoryMapper.update(event, cause, correction)));
              noted.views().forEach(view -> send(StoryMapper.story(view, cause), cause));
            });
  }

  private EditionStories follower(String edition) {
    return followers.computeIfAbsent(
        edition, name -> new EditionStories(config, model, memory(name)));
  }

  private StoryMemory memory(String edition) {
    EditionStore heldArticles = new EditionStore(articles, edition);
    EditionStore heldStories = new EditionStore(stories, edition);
    return new StoryMemory() {
      @Override
      public void putArticle(long sequence, byte[] value) {
        heldArticles.put(sequence, value);
      }

      @Override
      public void deleteArticle(long sequence) {
        heldArticles.delete(sequence);
      }

      @Override
      public void putStory(String storyId, byte[] value) {
        heldStories.put(storyId, value);
      }

      @Override
      public void deleteStory(String storyId) {
        heldStories.delete(storyId);
      }
    };
  }

  private void send(Article article) {
    Headers headers =
        EventHeaders.of(
            "storywire.article",
            article.getEventId(),
            article.getTraceId(),
            article.getArticleId(),
            article.getEventAt());
    forward(
        article.getArticleId(),
        Outgoing.of(NewsTopics.ARTICLES, article),
        article.getEventAt().toEpochMilli(),
        headers);
    observer.article(article.getVerdict(), article.getEventAt());
  }

  private void send(StoryUpdate update) {
    Headers headers =
        EventHeaders.of(
            "storywire.story-update",
            update.getEventId(),
            update.getTraceId(),
            update.getStoryId(),
            update.getAt());
    forward(
        update.getStoryId(),
        Outgoing.of(NewsTopics.STORY_UPDATES, update),
        update.getAt().toEpochMilli(),
        headers);
    observer.update(update.getKind());
  }

  private void send(Story story, Article cause) {
    Headers headers =
        EventHeaders.of(
            "storywire.story",
            story.getStoryId() + "/" + story.getRevision(),
            cause.getTraceId(),
            story.getStoryId(),
            story.getLastAt());
    forward(
        story.getStoryId(),
        Outgoing.of(NewsTopics.STORIES, story),
        cause.getEventAt().toEpochMilli(),
        headers);
  }

  private void forget(String storyId) {
    context.forward(
        new Record<>(
            storyId, Outgoing.tombstone(NewsTopics.STORIES), context.currentStreamTimeMs()));
  }

  private void forward(String key, Outgoing value, long timestamp, Headers headers) {
    context.forward(new Record<>(key, value, Math.max(0, timestamp), headers));
  }
}
