package org.storywire.processor.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/**
 * Reads the published topics into the views, on a thread of its own: all stories from the beginning
 * (the topic is compacted), of the rest as much as the views hold. Stories and updates come first;
 * articles and dead letters follow when these are caught up. A record that can't be read is counted
 * and passed over. A bug of ours, a missing topic or brokers that stay out of reach end the feeder,
 * and {@link #ended} with it.
 */
final class ViewFeeder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ViewFeeder.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CHECK = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final WatchedStories stories;
  private final RecordIntake intake;
  private final HealthView health;
  private final Limits limits;
  private final String logName;
  private final Clock clock;
  private final Runnable onUpdates;
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final List<TopicPartition> first = new ArrayList<>();
  private final List<TopicPartition> second = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "monitor-feeder");
  private Map<TopicPartition, Long> ends = Map.of();
  private Instant lastContact;
  private Instant lastCheck;
  private volatile boolean closed;

  /**
   * How far to read back, and how long to wait for brokers.
   *
   * @param updates newest updates read at the start, all partitions together [1..]
   * @param articles newest articles read at the start, all partitions together [1..]
   */
  record Limits(int updates, int articles, Duration brokerTimeout) {}

  /**
   * A feeder that has not begun.
   *
   * @param logName names the log of updates, see {@link Position#log}
   * @param onUpdates called after updates were taken in
   */
  ViewFeeder(
      Consumer<byte[], byte[]> consumer,
      WireFormat format,
      WatchedStories stories,
      ArticleView articles,
      OverrideView overrides,
      HealthView health,
      Limits limits,
      String logName,
      Clock clock,
      Runnable onUpdates) {
    this.consumer = consumer;
    this.stories = stories;
    this.intake = new RecordIntake(format, stories, articles, overrides, health);
    this.health = health;
    this.limits = limits;
    this.logName = logName;
    this.clock = clock;
    this.onUpdates = onUpdates;
    this.lastContact = clock.instant();
    this.lastCheck = lastContact;
  }

  /** Begins to read. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Completes when all stories and updates that existed at the start are in the views. */
  CompletableFuture<Void> caughtUp() {
    return caughtUp;
  }

  /** Completes when the feeder was closed; exceptionally when it had to stop. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      if (thread.isAlive()) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      assign();
      while (!closed) {
        step();
      }
      health.progress("stopped", 0);
      ended.complete(null);
    } catch (WakeupException e) {
      health.progress("stopped", 0);
      ended.complete(null);
    } catch (RuntimeException e) {
      LOG.error("the monitor has to stop: {}", e.getMessage(), e);
      health.progress("stopped", 0);
      caughtUp.completeExceptionally(e);
      ended.completeExceptionally(e);
    }
  }

  /** Finds the partitions and where to begin in each. */
  void assign() {
    List<TopicPartition> updates = Topics.partitions(consumer, NewsTopics.STORY_UPDATES);
    List<TopicPartition> articleParts = Topics.partitions(consumer, NewsTopics.ARTICLES);
    List<TopicPartition> letters = Topics.partitions(consumer, NewsTopics.DEAD_LETTERS);
    first.addAll(Topics.partitions(consumer, NewsTopics.STORIES));
    first.addAll(updates);
    second.addAll(articleParts);
    second.addAll(letters);
    List<TopicPartition> overrides = Topics.partitions(consumer, NewsTopics.OVERRIDES);
    second.addAll(overrides);
    List<TopicPartition> all = new ArrayList<>(first);
    all.addAll(second);
    consumer.assign(all);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(all);
    ends = consumer.endOffsets(all);
    all.forEach(partition -> consumer.seek(partition, beginnings.get(partition)));
    seekBack(updates, beginnings, limits.updates());
    seekBack(articleParts, beginnings, limits.articles());
    seekBack(letters, beginnings, 1_000);
    seekBack(overrides, beginnings, 1_000);
    stories.log().restart(new Position(logName, updates.stream().map(consumer::position).toList()));
    consumer.pause(second);
    LOG.info("reading {} partitions of {} topics", all.size(), 5);
  }

  /** Reads what has arrived and looks after the brokers. */
  void step() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    boolean updates = false;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      updates |= intake.take(record);
    }
    if (updates) {
      onUpdates.run();
    }
    if (!records.isEmpty()) {
      lastContact = clock.instant();
    }
    if (!caughtUp.isDone() && reached(first)) {
      consumer.resume(second);
      LOG.info("caught up: stories={}", stories.size());
      caughtUp.complete(null);
    }
    Instant now = clock.instant();
    if (Duration.between(lastCheck, now).compareTo(CHECK) >= 0) {
      lastCheck = now;
      check(now);
    }
  }

  private void seekBack(
      List<TopicPartition> partitions, Map<TopicPartition, Long> beginnings, int records) {
    long each = Math.max(1, records / partitions.size());
    for (TopicPartition partition : partitions) {
      long from = Math.max(beginnings.get(partition), ends.get(partition) - each);
      consumer.seek(partition, from);
    }
  }

  private boolean reached(List<TopicPartition> partitions) {
    return partitions.stream()
        .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
  }

  private void check(Instant now) {
    try {
      List<TopicPartition> all = new ArrayList<>(consumer.assignment());
      Map<TopicPartition, Long> latest = consumer.endOffsets(all, CHECK);
      long behind = 0;
      for (TopicPartition partition : all) {
        behind += Math.max(0, latest.get(partition) - consumer.position(partition));
      }
      lastContact = now;
      health.progress(caughtUp.isDone() ? "following" : "starting", behind);
    } catch (TimeoutException e) {
      Duration silent = Duration.between(lastContact, now);
      if (silent.compareTo(limits.brokerTimeout()) > 0) {
        throw new IllegalStateException(
            "no broker has answered for "
                + silent.toSeconds()
                + " s, expected one within "
                + limits.brokerTimeout().toSeconds()
                + " s",
            e);
      }
      LOG.warn("no broker answers; waiting seconds={}", silent.toSeconds());
    }
  }
}
