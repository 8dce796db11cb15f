package org.storywire.processor.monitor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/** Puts each record into the view it is for. What can't be read is counted and passed over. */
final class RecordIntake {

  private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);

  private final WatchedStories stories;
  private final ArticleView articles;
  private final OverrideView overrides;
  private final HealthView health;
  private final Deserializer<Story> storyReader;
  private final Deserializer<StoryUpdate> updateReader;
  private final Deserializer<Article> articleReader;
  private final Deserializer<StoryOverride> overrideReader;

  RecordIntake(
      WireFormat format,
      WatchedStories stories,
      ArticleView articles,
      OverrideView overrides,
      HealthView health) {
    this.overrides = overrides;
    this.overrideReader = NewsSerdes.override(format).deserializer();
    this.stories = stories;
    this.articles = articles;
    this.health = health;
    this.storyReader = NewsSerdes.story(format).deserializer();
    this.updateReader = NewsSerdes.storyUpdate(format).deserializer();
    this.articleReader = NewsSerdes.article(format).deserializer();
  }

  /**
   * Takes in a record.
   *
   * @return whether it was a story's update
   */
  boolean take(ConsumerRecord<byte[], byte[]> record) {
    try {
      switch (record.topic()) {
        case NewsTopics.STORIES -> story(record);
        case NewsTopics.STORY_UPDATES -> {
          update(record);
          return true;
        }
        case NewsTopics.ARTICLES -> article(record);
        case NewsTopics.OVERRIDES ->
            overrides.take(overrideReader.deserialize(record.topic(), record.value()));
        case NewsTopics.DEAD_LETTERS -> health.deadLetter(record);
        default -> throw new IllegalStateException("not a topic of ours: " + record.topic());
      }
    } catch (SerializationException e) {
      health.unreadable();
      LOG.warn(
          "passed over an unreadable record topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
    return false;
  }

  private void story(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      stories.story(storyReader.deserialize(record.topic(), record.value()));
    }
  }

  private void update(ConsumerRecord<byte[], byte[]> record) {
    StoryUpdate update = updateReader.deserialize(record.topic(), record.value());
    stories.update(record.partition(), record.offset(), update);
    health.update(update.getAt());
  }

  private void article(ConsumerRecord<byte[], byte[]> record) {
    Article article = articleReader.deserialize(record.topic(), record.value());
    articles.article(record.partition(), record.offset(), article);
    health.article(article.getSource(), article.getEventAt());
    if (article.getPageKind() != null) {
      health.notArticle(article.getPageKind());
    }
    if (article.getPublishedAsGiven() != null) {
      health.dateNotRead();
    }
  }
}
