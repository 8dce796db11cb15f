package org.storywire.ingest;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps a feed at a rate. What a pause took too long is made up for, so that the rate is met; time
 * that the feed itself was late is not, so that no burst follows.
 */
final class Pace {

  private static final double NANOS_A_SECOND = 1e9;

  /** A pause that is longer than asked for is so by less than this, even on a busy machine. */
  private static final long MADE_UP_NANOS = 100_000_000;

  private final long interval;
  private final LongSupplier nanoTime;
  private final LongConsumer pause;
  private long due;
  private boolean started;

  /**
   * A pace by a given clock.
   *
   * @param rate articles a second at most; 0 for no limit
   * @param nanoTime clock [ns]
   * @param pause waits for about as many nanoseconds as it is given
   */
  Pace(double rate, LongSupplier nanoTime, LongConsumer pause) {
    this.interval = rate == 0 ? 0 : Math.round(NANOS_A_SECOND / rate);
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  /** A pace by the machine's clock. */
  static Pace of(double rate) {
    return new Pace(rate, System::nanoTime, LockSupport::parkNanos);
  }

  /** Returns when the next article may go; at once if the thread is interrupted. */
  void await() {
    if (interval == 0) {
      return;
    }
    long now = nanoTime.getAsLong();
    while (started && now - due < 0 && !Thread.currentThread().isInterrupted()) {
      pause.accept(due - now);
      now = nanoTime.getAsLong();
    }
    due = (started && now - due <= MADE_UP_NANOS ? due : now) + interval;
    started = true;
  }
}
