package org.storywire.processor.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.news.Article;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/** Texts of articles, fetched from their topic one at a time. */
final class KafkaTexts implements ArticleTexts, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Serde<Article> serde;

  KafkaTexts(Consumer<byte[], byte[]> consumer, WireFormat format) {
    this.consumer = consumer;
    this.serde = NewsSerdes.article(format);
  }

  @Override
  public synchronized Optional<Article> fetch(int partition, long offset) {
    TopicPartition place = new TopicPartition(NewsTopics.ARTICLES, partition);
    consumer.assign(List.of(place));
    if (consumer.beginningOffsets(List.of(place)).get(place) > offset) {
      return Optional.empty();
    }
    consumer.seek(place, offset);
    for (var record : consumer.poll(PATIENCE)) {
      if (record.offset() == offset) {
        return Optional.of(serde.deserializer().deserialize(record.topic(), record.value()));
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
