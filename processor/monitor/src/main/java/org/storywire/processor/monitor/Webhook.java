package org.storywire.processor.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/**
 * Sends the updates that a query wants to one target, at least once each and in the order of their
 * partitions. What was taken is remembered as committed offsets of the group {@code
 * storywire-webhook-NAME}, after the target took it: a restart may send an update again, and never
 * leaves one out. A new target begins with what comes next. One instance runs a target.
 */
final class Webhook implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final WebhookConfig config;
  private final Consumer<byte[], byte[]> consumer;
  private final WebhookSender sender;
  private final Serde<StoryUpdate> serde;
  private final Interner interner = new Interner();
  private final Thread thread;
  private volatile boolean closed;

  Webhook(
      WebhookConfig config,
      Consumer<byte[], byte[]> consumer,
      WireFormat format,
      WebhookSender sender) {
    this.serde = NewsSerdes.storyUpdate(format);
    this.config = config;
    this.consumer = consumer;
    this.sender = sender;
    this.thread = new Thread(this::run, "monitor-webhook-" + config.name());
  }

  /** Group whose offsets remember what a target has taken. */
  static String group(WebhookConfig config) {
    return "storywire-webhook-" + config.name();
  }

  /** Begins to send. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      follow();
    }
  }

  private void follow() {
    try {
      begin();
      while (!closed) {
        step();
      }
    } catch (WakeupException | InterruptException | InterruptedException e) {
      boolean interrupted = Thread.interrupted(); // A consumer can't say goodbye while this is set.
      LOG.info("webhook={} closed, interrupted={}", config.name(), interrupted);
    } catch (RuntimeException e) {
      LOG.error("webhook={} has to stop", config.name(), e);
    }
  }

  /** Goes on where the target was left, or begins with what comes next. */
  void begin() {
    List<TopicPartition> partitions = Topics.partitions(consumer, NewsTopics.STORY_UPDATES);
    consumer.assign(partitions);
    Map<TopicPartition, OffsetAndMetadata> taken = consumer.committed(Set.copyOf(partitions));
    List<TopicPartition> unknown = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = taken.get(partition);
      if (offset == null) {
        unknown.add(partition);
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
    if (!unknown.isEmpty()) {
      consumer.seekToEnd(unknown);
      commit(unknown);
    }
  }

  /** Sends what has arrived, then remembers that it was taken. */
  void step() throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      send(record);
      taken.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    if (!taken.isEmpty()) {
      consumer.commitSync(taken);
    }
  }

  private void send(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      StoryUpdate update = serde.deserializer().deserialize(record.topic(), record.value());
      Update held = new Update(record.partition(), record.offset(), update, interner);
      if (config.query().matches(held)) {
        sender.deliver(update.getEventId(), held.json());
      }
    } catch (SerializationException e) {
      LOG.warn(
          "webhook={} passed over an unreadable update partition={} offset={}",
          config.name(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private void commit(List<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      offsets.put(partition, new OffsetAndMetadata(consumer.position(partition)));
    }
    consumer.commitSync(offsets);
  }
}
