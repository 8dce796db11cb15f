package org.storywire.docker.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.storywire.processor.text.Hashing;
import org.storywire.schemas.NewsTopics;

/**
 * How the articles of a run ended, counted from the committed records of the broker.
 *
 * @param published raw articles that were published, some as several articles
 * @param repeated records that another one of the same key and event id came before
 * @param refused dead letters
 */
record EndedArticles(long published, long repeated, long refused) {

  /** Reads both topics whole. */
  static EndedArticles of(String bootstrapServers) {
    Set<Long> raw = new HashSet<>();
    Set<Long> events = new HashSet<>();
    long repeated = 0;
    long refused = 0;
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> parts =
          List.of(NewsTopics.ARTICLES, NewsTopics.DEAD_LETTERS).stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      while (parts.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.topic().equals(NewsTopics.DEAD_LETTERS)) {
            refused++;
            continue;
          }
          String event = eventId(record);
          raw.add(Hashing.hash64(event.replaceFirst("/\\d+$", ""))); // corrected ones are numbered
          if (!events.add(Hashing.hash64(new String(record.key(), UTF_8) + ' ' + event))) {
            repeated++;
          }
        }
      }
    }
    return new EndedArticles(raw.size(), repeated, refused);
  }

  private static String eventId(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
  }

  /** How many of those sent did not end. */
  long missing(long sent) {
    return sent - published - refused;
  }
}
