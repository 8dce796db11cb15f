package org.storywire.docker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, not for a time. */
public final class Await {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private Await() {}

  /**
   * Returns when the condition holds; fails after three minutes in vain, or if it can't be told.
   */
  public static void until(String what, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() - deadline > 0) {
          throw new AssertionError("waited " + PATIENCE + " in vain for " + what);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("unable to wait for " + what, e);
    }
  }
}
