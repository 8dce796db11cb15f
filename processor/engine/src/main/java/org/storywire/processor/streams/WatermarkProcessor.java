package org.storywire.processor.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Gives each article its place in the order of receipt, and tells every edition from time to time
 * how far its raw partition has come: to the last article processed; or, where all is processed, to
 * the time at which that was so.
 */
final class WatermarkProcessor implements Processor<String, Received, String, Received> {

  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final RawProgress progress;
  private ProcessorContext<String, Received> context;
  private int partition;
  private Receipt latest;
  private Receipt told;
  private long timestamp;
  private long offset;
  private int part;

  /** Time of the last watermark that rests on having caught up [ms since epoch]; -1 for none. */
  private long idleTold = -1;

  private WatermarkProcessor(RawProgress progress) {
    this.progress = progress;
  }

  static ProcessorSupplier<String, Received, String, Received> supplier(RawProgress progress) {
    return () -> new WatermarkProcessor(progress);
  }

  /** Watermarks go to all partitions, articles to that of their edition. */
  static StreamPartitioner<String, Received> partitioner() {
    return (topic, key, value, count) ->
        value != null && value.item().isEmpty() ? Optional.of(all(count)) : Optional.empty();
  }

  private static Set<Integer> all(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void init(ProcessorContext<String, Received> processorContext) {
    context = processorContext;
    partition = context.taskId().partition();
    latest = null;
    told = null;
    idleTold = -1;
    offset = -1;
    if (progress.partitions() > 1) {
      context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> tell());
    }
  }

  @Override
  public void process(Record<String, Received> record) {
    Receipt receipt = place(record.value().receipt());
    latest = latest == null || latest.compareTo(receipt) < 0 ? receipt : latest;
    timestamp = record.timestamp();
    context.forward(record.withValue(new Received(receipt, record.value().item())));
  }

  /** A clock that runs ahead must not hold an article back. */
  private Receipt place(Receipt given) {
    long time = Math.max(0, Math.min(given.time(), context.currentSystemTimeMs()));
    RecordMetadata raw =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("an article without a raw record"));
    part = raw.offset() == offset ? part + 1 : 0;
    offset = raw.offset();
    return new Receipt(time, given.number(), raw.partition(), offset, part);
  }

  private void tell() {
    RawProgress.Snapshot now = progress.latest();
    if (now.caughtUp().contains(partition) && isDue(now)) {
      idleTold = now.asOf();
      Receipt idle = Receipt.before(now.asOf(), partition);
      latest = latest == null || latest.compareTo(idle) < 0 ? idle : latest;
    }
    if (latest != null && !latest.equals(told)) {
      told = latest;
      context.forward(
          new Record<>(Received.WATERMARK, new Received(latest, Optional.empty()), timestamp));
    }
  }

  /**
   * After news somewhere, once beyond its noticing; then ever more rarely, so that an article whose
   * receipt a slightly faster clock wrote is waited for, and a quiet system writes next to nothing.
   */
  private boolean isDue(RawProgress.Snapshot now) {
    return idleTold <= now.quietSince()
        || now.asOf() - now.quietSince() >= 2 * (idleTold - now.quietSince());
  }
}
