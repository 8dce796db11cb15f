package org.storywire.ingest.sources;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.schemas.WireFormat;

/**
 * Sources of the partitions that this instance owns. A partition is read from its beginning to
 * where it ended when we got it; only then are its sources asked. Not thread-safe.
 */
final class OwnedSources {

  /** The sources of one partition. */
  private static final class Share {
    private final SourceTable table;
    private final long end;
    private final int epoch;
    private boolean restored;

    Share(SourceTable table, long end, int epoch) {
      this.table = table;
      this.end = end;
      this.epoch = epoch;
    }
  }

  private final WireFormat format;
  private final Map<Integer, Share> shares = new HashMap<>();
  private int epochs;

  OwnedSources(WireFormat format) {
    this.format = format;
  }

  /**
   * Begins to own a partition.
   *
   * @param end where its records end now, uncommitted ones included
   */
  void add(int partition, long end) {
    shares.put(partition, new Share(new SourceTable(format), end, ++epochs));
  }

  void remove(Collection<Integer> partitions) {
    partitions.forEach(shares::remove);
  }

  void apply(ConsumerRecord<String, byte[]> record) {
    Share share = shares.get(record.partition());
    if (share == null) {
      return;
    }
    if (share.restored) {
      // What we wrote ourselves we know, and maybe more.
      share.table.applySettings(record);
    } else {
      share.table.apply(record);
    }
  }

  /** Tells how far a partition has been read. */
  void readTo(int partition, long position) {
    Share share = shares.get(partition);
    if (share != null && position >= share.end) {
      share.restored = true;
    }
  }

  /** Partitions that are still being read. */
  Set<Integer> restoring() {
    Set<Integer> restoring = new HashSet<>();
    shares.forEach(
        (partition, share) -> {
          if (!share.restored) {
            restoring.add(partition);
          }
        });
    return restoring;
  }

  /** Differs each time that a partition comes to us; 0 while it is not ours. */
  int epoch(int partition) {
    Share share = shares.get(partition);
    return share == null ? 0 : share.epoch;
  }

  /** Goes through all sources of partitions that have been read. */
  void forEach(BiConsumer<String, KnownSource> action) {
    for (Share share : shares.values()) {
      if (share.restored) {
        share.table.forEach(action);
      }
    }
  }

  /** A source of a partition that has been read, else nothing. */
  KnownSource get(int partition, String sourceId) {
    Share share = shares.get(partition);
    return share == null || !share.restored ? KnownSource.NONE : share.table.get(sourceId);
  }

  /** Takes a source's new state, which is written. */
  void put(int partition, String sourceId, SourceState state) {
    Share share = shares.get(partition);
    if (share != null) {
      share.table.put(sourceId, share.table.get(sourceId).with(state));
    }
  }

  /** Forgets the state of a source that was removed, which is written. */
  void forget(int partition, String sourceId) {
    put(partition, sourceId, null);
  }
}
