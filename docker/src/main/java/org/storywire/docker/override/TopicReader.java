package org.storywire.docker.override;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.schemas.Cluster;

/** Reads all that a topic holds now, read committed, without a consumer group. */
final class TopicReader {

  private static final int ANSWER_WITHIN_MS = 10_000;
  private static final Duration WAIT = Duration.ofMillis(200);

  private TopicReader() {}

  /**
   * Reads to the end.
   *
   * @param each told of key and value of each record, the value null where the key was removed
   * @throws KafkaException if no broker answers or the topic does not exist
   */
  static <T> void read(
      Cluster cluster, String topic, Deserializer<T> values, BiConsumer<String, T> each) {
    Map<String, Object> settings =
        Map.of(
            "client.id",
            "storywire-override",
            "isolation.level",
            "read_committed",
            "default.api.timeout.ms",
            ANSWER_WITHIN_MS,
            "request.timeout.ms",
            ANSWER_WITHIN_MS,
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(cluster.properties(settings), new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KafkaException("topic " + topic + " does not exist at " + cluster);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(WAIT).forEach(record -> each.accept(record.key(), record.value()));
      }
    }
  }
}
