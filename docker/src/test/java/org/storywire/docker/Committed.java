package org.storywire.docker;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What topics of one partition hold, read committed from their beginning. */
public final class Committed {

  private Committed() {}

  /** A consumer of these topics, in no group; the caller closes it. */
  public static <K, V> KafkaConsumer<K, V> of(
      String bootstrapServers, Deserializer<K> keys, Deserializer<V> values, String... topics) {
    KafkaConsumer<K, V> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            keys,
            values);
    consumer.assign(Stream.of(topics).map(topic -> new TopicPartition(topic, 0)).toList());
    consumer.seekToBeginning(consumer.assignment());
    return consumer;
  }

  /** The same, with keys and values as they are. */
  static KafkaConsumer<byte[], byte[]> bytes(String bootstrapServers, String... topics) {
    return of(bootstrapServers, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topics);
  }
}
