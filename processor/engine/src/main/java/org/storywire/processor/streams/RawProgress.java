package org.storywire.processor.streams;

import java.util.Set;

/**
 * What is known of the raw topic as a whole: how many partitions there are, and up to when those
 * without news have been processed. Asked by the stream threads, so it must not wait.
 */
public interface RawProgress {

  /**
   * One partition: its own order is the order of receipt, and nothing else need be known. Articles
   * of several would go on as they come.
   */
  RawProgress SINGLE =
      new RawProgress() {
        @Override
        public int partitions() {
          return 1;
        }

        @Override
        public Snapshot latest() {
          return Snapshot.NOTHING;
        }
      };

  /**
   * What was seen at one time.
   *
   * @param asOf before this the records were written that {@code caughtUp} speaks of [ms since
   *     epoch]
   * @param quietSince when the last new record of any partition was noticed [ms since epoch]
   * @param caughtUp partitions of which every record written before {@code asOf} is processed, with
   *     its results committed
   */
  record Snapshot(long asOf, long quietSince, Set<Integer> caughtUp) {

    /** Nothing is known. */
    public static final Snapshot NOTHING = new Snapshot(0, 0, Set.of());

    /** Copies the set. */
    public Snapshot {
      caughtUp = Set.copyOf(caughtUp);
    }
  }

  /** Partitions of the raw topic [1..]; constant once processing has begun. */
  int partitions();

  /** The latest that is known. */
  Snapshot latest();
}
