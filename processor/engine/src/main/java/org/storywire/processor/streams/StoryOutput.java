package org.storywire.processor.streams;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsTopics;

/** Sends what the ordered stage publishes on its way, with key, timestamp and headers. */
final class StoryOutput {

  private final ProcessorContext<String, Outgoing> context;
  private final ProcessingObserver observer;

  StoryOutput(ProcessorContext<String, Outgoing> context, ProcessingObserver observer) {
    this.context = context;
    this.observer = observer;
  }

  /** A judged article. */
  void send(Article article) {
    forward(article, article.getEventId(), article.getEventAt());
    observer.article(article.getVerdict(), article.getEventAt());
  }

  /**
   * An article that was sent before, with what is known of it now.
   *
   * @param at event time of what corrected it
   */
  void sendAgain(Article article, Instant at) {
    forward(article, article.getEventId() + "/" + article.getCorrections(), at);
  }

  private void forward(Article article, String eventId, Instant at) {
    Headers headers =
        EventHeaders.of(
            "storywire.article",
            eventId,
            article.getTraceId(),
            article.getArticleId(),
            article.getEventAt());
    forward(article.getArticleId(), Outgoing.of(NewsTopics.ARTICLES, article), at, headers);
  }

  /** An event of a story's life. */
  void send(StoryUpdate update) {
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
        update.getAt(),
        headers);
    observer.update(update.getKind());
  }

  /** A story as it stands after an article. */
  void send(Story story, Article cause) {
    Headers headers =
        EventHeaders.of(
            "storywire.story",
            story.getStoryId() + "/" + story.getRevision(),
            cause.getTraceId(),
            story.getStoryId(),
            story.getLastAt());
    forward(
        story.getStoryId(), Outgoing.of(NewsTopics.STORIES, story), cause.getEventAt(), headers);
  }

  /** A story is no longer held. */
  void forget(String storyId) {
    context.forward(
        new Record<>(
            storyId, Outgoing.tombstone(NewsTopics.STORIES), context.currentStreamTimeMs()));
  }

  private void forward(String key, Outgoing value, Instant at, Headers headers) {
    context.forward(new Record<>(key, value, Math.max(0, at.toEpochMilli()), headers));
  }
}
