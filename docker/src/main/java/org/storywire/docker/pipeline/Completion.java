package org.storywire.docker.pipeline;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Tells when a feed is processed: all of it has ended, the processor has nothing left to take, and
 * every result was read. No waiting time decides, except that no progress at all for long enough is
 * a failure.
 */
public final class Completion {

  private static final int NAMED = 10;

  private final Conservation conservation;
  private final LongSupplier lag;
  private final BooleanSupplier allRead;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private long lastProgress;
  private long lastLag = Long.MAX_VALUE;

  /**
   * Begins to watch.
   *
   * @param lag records that the processor has still to take
   * @param allRead whether all committed results were read
   * @param patience how long nothing may happen
   * @param nanoTime clock [ns]
   */
  public Completion(
      Conservation conservation,
      LongSupplier lag,
      BooleanSupplier allRead,
      Duration patience,
      LongSupplier nanoTime) {
    this.conservation = conservation;
    this.lag = lag;
    this.allRead = allRead;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.lastProgress = nanoTime.getAsLong();
  }

  /**
   * Whether the feed is processed; call it after each reading of results.
   *
   * @param results number of results read since the last call
   * @throws IllegalStateException if nothing has moved for too long; says what is missing
   */
  public boolean reached(int results) {
    if (results > 0) {
      lastProgress = nanoTime.getAsLong();
      return false;
    }
    if (!conservation.complete()) {
      requireProgress("deliveries");
      return false;
    }
    long behind = lag.getAsLong();
    if (behind == 0) {
      return allRead.getAsBoolean();
    }
    if (behind < lastLag) {
      lastLag = behind;
      lastProgress = nanoTime.getAsLong();
    }
    requireProgress(behind + " records between the stages");
    return false;
  }

  private void requireProgress(String what) {
    Duration still = Duration.ofNanos(nanoTime.getAsLong() - lastProgress);
    if (still.compareTo(patience) > 0) {
      throw new IllegalStateException(
          "no progress for "
              + still.toSeconds()
              + " s, waiting for "
              + what
              + "; "
              + conservation.open()
              + " deliveries ended in no article and no dead letter: "
              + conservation.firstMissing(NAMED));
    }
  }
}
