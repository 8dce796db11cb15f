package org.storywire.processor.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/** Older updates, read again from their topic. A few consumers are shared among all readers. */
final class KafkaHistory implements History, AutoCloseable {

  private static final int CONSUMERS = 2;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MOST_EMPTY_POLLS = 20;

  private final BlockingQueue<Consumer<byte[], byte[]>> idle = new LinkedBlockingQueue<>();
  private final Serde<StoryUpdate> serde;
  private final Interner interner = new Interner();

  KafkaHistory(Supplier<Consumer<byte[], byte[]>> consumers, WireFormat format) {
    this.serde = NewsSerdes.storyUpdate(format);
    for (int i = 0; i < CONSUMERS; i++) {
      idle.add(consumers.get());
    }
  }

  @Override
  public Page read(Position from, Position to, int most) {
    try {
      Consumer<byte[], byte[]> consumer = idle.take();
      try {
        return read(consumer, from, to, most);
      } finally {
        idle.add(consumer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for older updates", e);
    }
  }

  @Override
  public void close() {
    for (Consumer<byte[], byte[]> consumer = idle.poll();
        consumer != null;
        consumer = idle.poll()) {
      consumer.close();
    }
  }

  private Page read(Consumer<byte[], byte[]> consumer, Position from, Position to, int most) {
    List<TopicPartition> missing = new ArrayList<>();
    for (int partition = 0; partition < to.next().size(); partition++) {
      if (from.next(partition) < to.next(partition)) {
        missing.add(new TopicPartition(NewsTopics.STORY_UPDATES, partition));
      }
    }
    consumer.assign(missing);
    Position at = from;
    long lost = 0;
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(missing);
    for (TopicPartition topicPartition : missing) {
      int partition = topicPartition.partition();
      long kept = Math.min(beginnings.get(topicPartition), to.next(partition));
      if (kept > from.next(partition)) {
        lost += kept - from.next(partition);
        at = at.after(partition, kept - 1);
      }
      consumer.seek(topicPartition, Math.max(kept, from.next(partition)));
    }
    List<UpdateLog.Entry> entries = new ArrayList<>();
    for (int empty = 0; entries.size() < most && !at.reached(to); ) {
      Position before = at;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < to.next(record.partition())) {
          at = at.after(record.partition(), record.offset());
          entry(record, at, entries);
        }
      }
      at = pastMarkers(consumer, missing, at, to);
      empty = at.equals(before) ? empty + 1 : 0;
      if (empty > MOST_EMPTY_POLLS) {
        throw new IllegalStateException("the brokers give no older updates after " + at.text());
      }
    }
    return new Page(entries, at, lost);
  }

  /** Offsets that hold no update, such as the marks of transactions, are passed over. */
  private static Position pastMarkers(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Position at,
      Position to) {
    Position past = at;
    for (TopicPartition topicPartition : partitions) {
      int partition = topicPartition.partition();
      long reached = Math.min(consumer.position(topicPartition), to.next(partition));
      if (reached > past.next(partition)) {
        past = past.after(partition, reached - 1);
      }
    }
    return past;
  }

  private void entry(
      ConsumerRecord<byte[], byte[]> record, Position after, List<UpdateLog.Entry> entries) {
    try {
      StoryUpdate update = serde.deserializer().deserialize(record.topic(), record.value());
      entries.add(
          new UpdateLog.Entry(
              new Update(record.partition(), record.offset(), update, interner), after));
    } catch (SerializationException e) {
      // Counted when it was read first.
    }
  }
}
