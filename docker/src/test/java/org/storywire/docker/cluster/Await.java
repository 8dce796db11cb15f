package org.storywire.docker.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions. */
final class Await {

  private static final long LOOK_AGAIN_NANOS = 50_000_000;

  private Await() {}

  /**
   * Returns when the condition holds.
   *
   * @param most how long it may take
   * @param what is awaited, for the message
   * @throws IllegalStateException if it does not hold in time, or cannot be told
   */
  static void until(Duration most, String what, Callable<Boolean> condition) {
    long begin = System.nanoTime();
    try {
      while (!condition.call()) {
        if (System.nanoTime() - begin > most.toNanos()) {
          throw new IllegalStateException("waited " + most.toSeconds() + " s for " + what);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + what, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("unable to wait for " + what, e);
    }
  }
}
