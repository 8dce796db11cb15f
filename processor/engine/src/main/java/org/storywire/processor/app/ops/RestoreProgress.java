package org.storywire.processor.app.ops;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the restoration of state from its changelogs has come; logged where there is state. */
final class RestoreProgress implements StateRestoreListener {

  private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
  private static final int TELL_EVERY = 100_000;

  /** One store's partition under restoration. */
  private record Progress(long remaining, long told) {}

  private final Map<TopicPartition, Progress> running = new ConcurrentHashMap<>();

  @Override
  public void onRestoreStart(TopicPartition from, String store, long begin, long end) {
    running.put(from, new Progress(end - begin, end - begin));
    if (end > begin) {
      LOG.info("restoring store={} partition={} records={}", store, from.partition(), end - begin);
    }
  }

  @Override
  public void onBatchRestored(TopicPartition from, String store, long end, long restored) {
    running.computeIfPresent(
        from,
        (partition, progress) -> {
          long remaining = Math.max(0, progress.remaining() - restored);
          if (progress.told() - remaining < TELL_EVERY) {
            return new Progress(remaining, progress.told());
          }
          LOG.info(
              "restoring store={} partition={} remaining={}", store, from.partition(), remaining);
          return new Progress(remaining, remaining);
        });
  }

  @Override
  public void onRestoreEnd(TopicPartition from, String store, long total) {
    running.remove(from);
    if (total > 0) {
      LOG.info("restored store={} partition={} records={}", store, from.partition(), total);
    }
  }

  @Override
  public void onRestoreSuspended(TopicPartition from, String store, long total) {
    running.remove(from);
    LOG.debug(
        "restoration goes on elsewhere store={} partition={} records={}",
        store,
        from.partition(),
        total);
  }

  /** Partitions of stores that are being restored. */
  int partitions() {
    return running.size();
  }

  /** Records still to be restored, all stores together. */
  long remaining() {
    return running.values().stream().mapToLong(Progress::remaining).sum();
  }
}
