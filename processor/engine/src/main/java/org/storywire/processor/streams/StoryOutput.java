package org.storywire.processor.streams;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/** Sends what the ordered stage publishes on its way, with key, timestamp and headers. */
final class StoryOutput {

  /** Sinks of the topology. */
  static final String ARTICLES = "articles";

  static final String UPDATES = "story-updates";
  static final String STORIES = "stories";

  private final ProcessorContext<String, SpecificRecord> context;
  private final ProcessingObserver observer;

  StoryOutput(ProcessorContext<String, SpecificRecord> context, ProcessingObserver observer) {
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
    forward(ARTICLES, article.getArticleId(), article, at, headers);
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
    forward(UPDATES, update.getStoryId(), update, update.getAt(), headers);
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
    forward(STORIES, story.getStoryId(), story, cause.getEventAt(), headers);
  }

  /** A story is no longer held. */
  void forget(String storyId) {
    context.forward(new Record<>(storyId, null, context.currentStreamTimeMs()), STORIES);
  }

  private void forward(String sink, String key, SpecificRecord value, Instant at, Headers headers) {
    context.forward(new Record<>(key, value, Math.max(0, at.toEpochMilli()), headers), sink);
  }
}
