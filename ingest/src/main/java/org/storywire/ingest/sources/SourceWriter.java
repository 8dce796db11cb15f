package org.storywire.ingest.sources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.Headers;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.sources.SourceIds.Part;
import org.storywire.news.RawArticle;
import org.storywire.news.Source;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/**
 * Writes items and the states that led to them, all or none. The group's membership is part of the
 * transaction: who has lost a partition meanwhile writes nothing. Not thread-safe.
 */
final class SourceWriter {

  /** A record that is larger would not be taken [bytes]. */
  private static final int MOST_BYTES = 7 << 20;

  private final Producer<String, byte[]> producer;
  private final IngestConfig config;
  private final int partitions;
  private final Serializer<RawArticle> articles;
  private final Serializer<Source> sources;

  SourceWriter(
      Producer<String, byte[]> producer, IngestConfig config, WireFormat format, int partitions) {
    this.producer = producer;
    this.config = config;
    this.partitions = partitions;
    this.articles = NewsSerdes.rawArticle(format).serializer();
    this.sources = NewsSerdes.source(format).serializer();
  }

  /**
   * Writes results, and forgets the states of removed sources.
   *
   * @param offsets position in each partition whose sources are written
   * @throws org.apache.kafka.common.KafkaException if the transaction did not happen; it is then
   *     aborted, unless another instance has taken our place
   */
  void write(
      List<PollResult> results,
      List<String> removed,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    producer.beginTransaction();
    try {
      for (PollResult result : results) {
        result.deliveries().forEach(this::send);
        sendState(result.sourceId(), SourceMapper.toRecord(result.sourceId(), result.state()));
      }
      removed.forEach(id -> sendState(id, null));
      producer.sendOffsetsToTransaction(new HashMap<>(offsets), group);
      producer.commitTransaction();
    } catch (org.apache.kafka.common.errors.ProducerFencedException e) {
      throw e;
    } catch (RuntimeException e) {
      producer.abortTransaction();
      throw e;
    }
  }

  private void send(Delivery delivery) {
    if (delivery instanceof Delivery.Found found) {
      RawArticle article = found.article();
      byte[] value = articles.serialize(config.rawArticlesTopic(), article);
      if (value.length > MOST_BYTES) {
        String reason = "article " + article.getNativeId() + " has " + value.length + " bytes";
        sendDeadLetter(article.getSource(), bad(article.getOrigin(), reason, value));
        return;
      }
      List<Header> headers = Headers.of(article, found.eventAt());
      long timestamp = found.eventAt().toEpochMilli();
      send(
          new ProducerRecord<>(
              config.rawArticlesTopic(), null, timestamp, article.getSource(), value, headers));
    } else if (delivery instanceof Delivery.Bad bad) {
      sendDeadLetter(null, bad);
    }
  }

  private static Delivery.Bad bad(String origin, String reason, byte[] value) {
    return Delivery.Bad.of(origin, 0, reason + ", at most " + MOST_BYTES + " are taken", value);
  }

  private void sendDeadLetter(String key, Delivery.Bad bad) {
    List<Header> headers = Headers.ofError(bad.file(), Long.toString(bad.line()), bad.reason());
    send(
        new ProducerRecord<>(
            config.deadLettersTopic(), null, null, key, bad.bytes().get(), headers));
  }

  private void sendState(String sourceId, Source record) {
    byte[] value = record == null ? null : sources.serialize(NewsTopics.SOURCES, record);
    send(
        new ProducerRecord<>(
            NewsTopics.SOURCES,
            SourceIds.partition(sourceId, partitions),
            SourceIds.key(sourceId, Part.STATE),
            value));
  }

  /** A failure to send is told by the commit. */
  private void send(ProducerRecord<String, byte[]> record) {
    var unused = producer.send(record);
  }
}
