package org.storywire.ingest.sources;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.sources.SourceIds.Part;
import org.storywire.news.Source;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.RegistryFormat;

/**
 * The sources of a cluster, as an operator sees and changes them. Readers take changes up within a
 * second. Not thread-safe.
 */
public final class SourceBook implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final IngestConfig config;
  private final KafkaProducer<String, byte[]> producer;
  private final WireFormat format;
  private final Serializer<Source> values;
  private final int partitions;

  private SourceBook(IngestConfig config) {
    this.config = config;
    this.format = RegistryFormat.of(config.registry());
    this.values = NewsSerdes.source(format).serializer();
    this.producer = new KafkaProducer<>(config.producerProperties());
    this.partitions = partitions(producer);
  }

  private static int partitions(KafkaProducer<String, byte[]> producer) {
    try {
      return producer.partitionsFor(NewsTopics.SOURCES).size();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw new KafkaException(
          "unable to find the topic " + NewsTopics.SOURCES + ", which storywire process creates",
          e);
    }
  }

  /**
   * Connects to the broker.
   *
   * @throws KafkaException if the broker cannot be reached, or the topic does not exist
   */
  public static SourceBook open(IngestConfig config) {
    return new SourceBook(config);
  }

  /** All sources by id, as they stand now. */
  public Map<String, KnownSource> sources() {
    Map<String, Object> properties = new HashMap<>(config.kafka());
    properties.put("bootstrap.servers", config.bootstrapServer());
    properties.put("client.id", "storywire-sources");
    properties.put("isolation.level", "read_committed");
    SourceTable table = new SourceTable(format);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(NewsTopics.SOURCES).stream()
              .map(PartitionInfo::partition)
              .map(partition -> new TopicPartition(NewsTopics.SOURCES, partition))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(table::apply);
      }
    }
    return table.all();
  }

  /** Adds sources, or changes what is wanted of them. */
  public void put(Collection<SourceSettings> settings) {
    send(
        settings.stream()
            .collect(
                Collectors.toMap(
                    SourceSettings::sourceId,
                    wanted -> SourceMapper.toRecord(wanted.sourceId(), wanted),
                    (one, other) -> other)));
  }

  /** Removes sources; their readers then forget what they knew. */
  public void remove(Collection<String> sourceIds) {
    Map<String, Source> nothing = new HashMap<>();
    sourceIds.forEach(id -> nothing.put(id, null));
    send(nothing);
  }

  private void send(Map<String, Source> records) {
    Map<String, Future<?>> sent = new HashMap<>();
    records.forEach(
        (id, record) -> {
          byte[] value = record == null ? null : values.serialize(NewsTopics.SOURCES, record);
          sent.put(
              id,
              producer.send(
                  new ProducerRecord<>(
                      NewsTopics.SOURCES,
                      SourceIds.partition(id, partitions),
                      SourceIds.key(id, Part.SETTINGS),
                      value)));
        });
    producer.flush();
    sent.forEach(SourceBook::requireSent);
  }

  private static void requireSent(String id, Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      String reason = e.getCause().getMessage();
      throw new KafkaException("unable to write source " + id + ": " + reason, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while writing source " + id, e);
    }
  }

  @Override
  public void close() {
    format.close();
    producer.close(CLOSE_TIMEOUT);
  }
}
