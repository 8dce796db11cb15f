package org.storywire.processor.app.redrive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsTopics;

/** All dead letters that are kept, except those for which there is a receipt. */
final class LetterBox {

  private static final Duration WAIT = Duration.ofMillis(500);

  private LetterBox() {}

  /**
   * Reads the topic from its beginning to the end it has now.
   *
   * @return letters without a receipt, by partition in order
   * @throws KafkaException if no broker answers or the topic does not exist
   */
  static List<Letter> open(Cluster cluster) {
    Map<String, Object> own =
        Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG, "storywire-redrive",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            cluster.properties(own), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(NewsTopics.DEAD_LETTERS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Letter> letters = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(WAIT).forEach(record -> letters.add(new Letter(record)));
      }
      return withoutReceipts(letters);
    }
  }

  private static List<Letter> withoutReceipts(List<Letter> letters) {
    Set<String> done =
        letters.stream()
            .flatMap(letter -> letter.receiptOf().stream())
            .collect(Collectors.toCollection(HashSet::new));
    return letters.stream()
        .filter(letter -> letter.receiptOf().isEmpty() && !done.contains(letter.id()))
        .toList();
  }
}
