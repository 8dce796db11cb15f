package org.storywire.docker.tail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Reads committed story updates as they come, from all partitions, without a consumer group. */
final class UpdateFollower implements AutoCloseable {

  private static final int ANSWER_WITHIN_MS = 10_000;
  private static final Duration WAIT = Duration.ofMillis(200);

  private final KafkaConsumer<String, StoryUpdate> consumer;

  private UpdateFollower(KafkaConsumer<String, StoryUpdate> consumer) {
    this.consumer = consumer;
  }

  /**
   * Connects.
   *
   * @param fromBeginning whether to begin with the oldest update that is kept, or with the next
   * @throws KafkaException if no broker answers or the topic does not exist
   */
  static UpdateFollower open(Cluster cluster, boolean fromBeginning) {
    KafkaConsumer<String, StoryUpdate> consumer =
        new KafkaConsumer<>(
            cluster.properties(
                Map.of(
                    "client.id",
                    "storywire-tail",
                    "isolation.level",
                    "read_committed",
                    "default.api.timeout.ms",
                    ANSWER_WITHIN_MS,
                    "request.timeout.ms",
                    ANSWER_WITHIN_MS,
                    "auto.offset.reset",
                    "earliest")),
            new StringDeserializer(),
            NewsSerdes.storyUpdate(cluster.format()).deserializer());
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(NewsTopics.STORY_UPDATES).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KafkaException("the topic does not exist");
      }
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
        // Seeking is lazy: what arrives before the first poll must not be missed.
        partitions.forEach(consumer::position);
      }
      return new UpdateFollower(consumer);
    } catch (KafkaException e) {
      consumer.close();
      throw new KafkaException(
          "unable to read " + NewsTopics.STORY_UPDATES + " at " + cluster + ": " + e.getMessage(),
          e);
    }
  }

  /** Updates that have arrived, after a short wait if there are none; by partition in order. */
  List<StoryUpdate> poll() {
    List<StoryUpdate> updates = new ArrayList<>();
    consumer.poll(WAIT).forEach(record -> updates.add(record.value()));
    return updates;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
