package org.storywire.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Breaks off a request that takes too long, in whatever state it is. */
final class Alarm implements AutoCloseable {

  private volatile boolean rung;
  private final Future<?> future;

  private Alarm(Duration time, Runnable then, ScheduledExecutorService alarms) {
    this.future =
        alarms.schedule(
            () -> {
              rung = true;
              then.run();
            },
            time.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  static Alarm in(Duration time, Runnable then, ScheduledExecutorService alarms) {
    return new Alarm(time, then, alarms);
  }

  boolean hasRung() {
    return rung;
  }

  @Override
  public void close() {
    future.cancel(false);
  }
}
