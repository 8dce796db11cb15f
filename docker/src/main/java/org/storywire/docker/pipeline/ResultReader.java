package org.storywire.docker.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Reads the committed records of all output topics from their beginning and hands them on. */
public final class ResultReader implements AutoCloseable {

  private static final List<String> TOPICS =
      List.of(
          NewsTopics.ARTICLES,
          NewsTopics.STORY_UPDATES,
          NewsTopics.STORIES,
          NewsTopics.DEAD_LETTERS);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ResultListener listener;
  private final Deserializer<Article> articles = NewsSerdes.article().deserializer();
  private final Deserializer<StoryUpdate> updates = NewsSerdes.storyUpdate().deserializer();
  private final Deserializer<Story> stories = NewsSerdes.story().deserializer();

  private ResultReader(KafkaConsumer<byte[], byte[]> consumer, ResultListener listener) {
    this.consumer = consumer;
    this.listener = listener;
  }

  /** Opens a reader that {@link #poll} then drives; use it in one thread. */
  public static ResultReader open(String bootstrapServers, ResultListener listener) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "client.id", "storywire-results",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "max.poll.records", "5000"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
    return new ResultReader(consumer, listener);
  }

  /**
   * Hands on what has arrived, waiting for something if nothing has.
   *
   * @return number of records handed on
   */
  public int poll(Duration wait) {
    var records = consumer.poll(wait);
    records.forEach(this::handOn);
    return records.count();
  }

  /** Whether everything committed so far has been handed on. */
  public boolean caughtUp() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void handOn(ConsumerRecord<byte[], byte[]> record) {
    String topic = record.topic();
    switch (topic) {
      case NewsTopics.ARTICLES -> handOn(articles.deserialize(topic, record.value()));
      case NewsTopics.STORY_UPDATES -> listener.update(updates.deserialize(topic, record.value()));
      case NewsTopics.STORIES -> {
        // A story that is no longer held leaves a record without value.
        if (record.value() != null) {
          listener.story(stories.deserialize(topic, record.value()));
        }
      }
      default -> listener.deadLetter(record);
    }
  }

  private void handOn(Article article) {
    if (article.getCorrections() == 0) {
      listener.article(article);
    } else {
      listener.corrected(article);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
