package org.storywire.processor.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsTopics;

/** How the monitor reaches the published topics: as any plain reader would, read committed. */
final class Topics {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Topics() {}

  /** A consumer of raw bytes that belongs to no group and commits nothing. */
  static Consumer<byte[], byte[]> consumer(Cluster cluster, int mostRecords) {
    return consumer(cluster, mostRecords, new HashMap<>());
  }

  /** A consumer of raw bytes that is told its partitions and commits for a group when asked to. */
  static Consumer<byte[], byte[]> committing(Cluster cluster, String group) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    return consumer(cluster, 50, settings);
  }

  private static Consumer<byte[], byte[]> consumer(
      Cluster cluster, int mostRecords, Map<String, Object> settings) {
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, mostRecords);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "storywire-monitor");
    return new KafkaConsumer<>(
        cluster.properties(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Name of the log of story updates: a new one whenever the topic is made anew.
   *
   * @throws IllegalStateException if the topic is missing or no broker answers
   */
  static String logName(Cluster cluster) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    try (Admin admin = Admin.create(cluster.properties(settings))) {
      Uuid id =
          admin
              .describeTopics(List.of(NewsTopics.STORY_UPDATES))
              .allTopicNames()
              .get()
              .get(NewsTopics.STORY_UPDATES)
              .topicId();
      return Long.toHexString(id.getMostSignificantBits());
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "unable to find topic " + NewsTopics.STORY_UPDATES + " at " + cluster, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for the topics", e);
    }
  }

  /**
   * All partitions of a topic by number.
   *
   * @throws IllegalStateException if there is no such topic
   */
  static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic, PATIENCE);
    if (infos == null || infos.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " is missing, expected it to be created before the monitor starts");
    }
    return infos.stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }
}
