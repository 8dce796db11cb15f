package org.storywire.ingest.sources;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.ingest.IngestConfig;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.RegistryFormat;

/**
 * Kafka clients of a reader of feeds.
 *
 * @param consumer of the topic of sources, in the group that shares them
 * @param producer writes transactions
 * @param admin asks for ends of partitions
 * @param format how values are written
 */
record FeedsClients(
    KafkaConsumer<String, byte[]> consumer,
    KafkaProducer<String, byte[]> producer,
    Admin admin,
    WireFormat format)
    implements AutoCloseable {

  /** Consumer group of the instances that share the sources. */
  static final String GROUP = "storywire-feeds";

  /** What the transactional ids of the instances begin with. */
  static final String TRANSACTIONAL_ID = "storywire-feeds-";

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  static FeedsClients open(IngestConfig config) {
    WireFormat format = RegistryFormat.of(config.registry());
    Map<String, Object> consumer = client(config);
    consumer.put("client.id", "storywire-feeds");
    consumer.put("group.id", GROUP);
    consumer.put("isolation.level", "read_committed");
    consumer.put("enable.auto.commit", "false");
    consumer.put("auto.offset.reset", "earliest");
    consumer.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    // A killed instance is missed soon, and its open transaction ends soon.
    consumer.put("session.timeout.ms", "10000");
    Map<String, Object> producer = new HashMap<>(config.producerProperties());
    producer.put("client.id", "storywire-feeds");
    producer.put("transactional.id", TRANSACTIONAL_ID + UUID.randomUUID());
    producer.put("transaction.timeout.ms", "15000");
    return new FeedsClients(
        new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer()),
        new KafkaProducer<>(producer),
        Admin.create(client(config)),
        format);
  }

  private static Map<String, Object> client(IngestConfig config) {
    Map<String, Object> client = new HashMap<>(config.kafka());
    client.put("bootstrap.servers", config.bootstrapServer());
    return client;
  }

  /** Where partitions end, records of open transactions included. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("unable to find the ends of " + partitions, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking for the ends of " + partitions, e);
    }
  }

  @Override
  public void close() {
    format.close();
    producer.close(CLOSE_TIMEOUT);
    consumer.close();
    admin.close(CLOSE_TIMEOUT);
  }
}
