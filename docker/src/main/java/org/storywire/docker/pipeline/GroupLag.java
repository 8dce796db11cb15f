package org.storywire.docker.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.storywire.schemas.NewsTopics;

/** How many records a processor has still to take: of the raw topic and between its stages. */
public final class GroupLag implements AutoCloseable {

  private static final String BETWEEN_STAGES = "-repartition";

  private final Admin admin;
  private final String group;

  /** Asks the broker about one group. */
  public GroupLag(String bootstrapServers, String group) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.group = group;
  }

  /**
   * Records that lie behind the committed offsets, transaction markers included. A partition whose
   * offset was never committed counts whole.
   *
   * @throws KafkaException if the broker does not answer
   */
  public long records() {
    try {
      Set<String> topics =
          admin.listTopics().names().get().stream()
              .filter(this::isInput)
              .collect(Collectors.toSet());
      List<TopicPartition> partitions =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(part -> new TopicPartition(topic.name(), part.partition())))
              .toList();
      Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
      Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
      Map<TopicPartition, Long> committed = committed();
      return partitions.stream()
          .mapToLong(
              part -> {
                long from = committed.getOrDefault(part, begins.get(part));
                return Math.max(0, ends.get(part) - Math.max(from, begins.get(part)));
              })
          .sum();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "unable to read the lag of group " + group + ": " + e.getCause().getMessage(),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while reading the lag of group " + group, e);
    }
  }

  private boolean isInput(String topic) {
    return topic.equals(NewsTopics.RAW_ARTICLES)
        || topic.equals(NewsTopics.OVERRIDES)
        || (topic.startsWith(group + "-") && topic.endsWith(BETWEEN_STAGES));
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions.stream().collect(Collectors.toMap(part -> part, part -> spec));
    Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(wanted).all().get();
    Map<TopicPartition, Long> offsets = new HashMap<>();
    found.forEach((part, info) -> offsets.put(part, info.offset()));
    return offsets;
  }

  private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try {
      Map<TopicPartition, OffsetAndMetadata> found =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      found.forEach(
          (part, offset) -> {
            if (offset != null) {
              offsets.put(part, offset.offset());
            }
          });
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
      // The processor has not joined yet: nothing is committed.
    }
    return offsets;
  }

  @Override
  public void close() {
    admin.close();
  }
}
