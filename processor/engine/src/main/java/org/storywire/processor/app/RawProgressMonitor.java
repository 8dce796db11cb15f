package org.storywire.processor.app;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.processor.streams.RawProgress;
import org.storywire.schemas.NewsTopics;

/**
 * Asks the brokers, again and again, how far the raw partitions are processed. A partition has
 * caught up at a time if the offset that its group committed is not below the end that was asked
 * for after that time: so it is true whoever asks, and stays true. What can't be asked for stays as
 * it was.
 */
final class RawProgressMonitor implements RawProgress, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RawProgressMonitor.class);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final Admin admin;
  private final String group;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread fresh = new Thread(task, "storywire-raw-progress");
            fresh.setDaemon(true);
            return fresh;
          });
  private boolean failing;
  private volatile int partitions;
  private volatile Snapshot latest = Snapshot.NOTHING;
  private long written = -1;

  /**
   * Does nothing yet.
   *
   * @param admin client that is closed with this
   * @param group consumer group of the processor
   */
  RawProgressMonitor(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  /**
   * Counts the partitions, and begins to ask where there are several.
   *
   * @throws KafkaException if the raw topic does not exist or can't be asked for
   */
  void start() {
    String topic = NewsTopics.RAW_ARTICLES;
    try {
      partitions =
          admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "unable to count the partitions of " + topic + ": " + e.getCause().getMessage(),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while counting the partitions of " + topic, e);
    }
    if (partitions > 1) {
      thread.scheduleWithFixedDelay(this::askOnce, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public int partitions() {
    if (partitions < 1) {
      throw new IllegalStateException("the raw partitions are not counted yet");
    }
    return partitions;
  }

  @Override
  public Snapshot latest() {
    return latest;
  }

  /** Says once that the brokers do not answer, and asks on. */
  private void askOnce() {
    try {
      latest = ask();
      failing = false;
    } catch (ExecutionException e) {
      if (!failing) {
        LOG.warn(
            "progress of the raw topic is not known, articles wait until it is: {}",
            e.getCause().getMessage());
      }
      failing = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("progress of the raw topic is not known", e);
    }
  }

  private Snapshot ask() throws ExecutionException, InterruptedException {
    List<TopicPartition> all =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(NewsTopics.RAW_ARTICLES, partition))
            .toList();
    long asOf = System.currentTimeMillis();
    Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest());
    Map<TopicPartition, Long> committed = committed();
    Set<TopicPartition> fresh = new HashSet<>(all);
    fresh.removeAll(committed.keySet());
    committed.putAll(offsets(fresh, OffsetSpec.earliest()));
    long sum = ends.values().stream().mapToLong(Long::longValue).sum();
    long quietSince = sum == written ? latest.quietSince() : System.currentTimeMillis();
    written = sum;
    return new Snapshot(
        asOf,
        quietSince,
        all.stream()
            .filter(partition -> committed.get(partition) >= ends.get(partition))
            .map(TopicPartition::partition)
            .collect(Collectors.toSet()));
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    if (!of.isEmpty()) {
      admin
          .listOffsets(of.stream().collect(Collectors.toMap(each -> each, each -> spec)))
          .all()
          .get()
          .forEach((partition, found) -> offsets.put(partition, found.offset()));
    }
    return offsets;
  }

  private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, offset) -> {
                if (offset != null && partition.topic().equals(NewsTopics.RAW_ARTICLES)) {
                  offsets.put(partition, offset.offset());
                }
              });
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
      // Nobody has joined yet: nothing is committed.
    }
    return offsets;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ofSeconds(5));
  }
}
