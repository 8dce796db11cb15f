package org.storywire.docker.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C, seen by a command that must end in order. The JVM's end waits until the command has
 * closed what it opened, which it does itself, in its own thread:
 *
 * <pre>
 * try (StopSignal stop = StopSignal.install();
 *     LocalPipeline pipeline = …) {
 *   while (!stop.requested()) { … }
 * }
 * </pre>
 */
public final class StopSignal implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final long END_WITHIN_SECONDS = 40;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "storywire-stop");

  private StopSignal() {}

  /** Watches for the JVM being told to stop. */
  public static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Whether the JVM was told to stop. */
  public boolean requested() {
    return requested.getCount() == 0;
  }

  /** Blocks until the JVM is told to stop. */
  public void await() {
    try {
      requested.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is closed: the JVM may end. */
  @Override
  public void close() {
    ended.countDown();
    if (!requested()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM was told to stop this very moment, and may.
      }
    }
  }

  private void stop() {
    requested.countDown();
    try {
      if (!ended.await(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("did not end within {} s", END_WITHIN_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
