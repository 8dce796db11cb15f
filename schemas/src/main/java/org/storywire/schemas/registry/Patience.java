package org.storywire.schemas.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a registry again and again while it does not answer: a record is not bad because a registry
 * is down. Ends when an answer comes, or with {@link #close()}.
 */
final class Patience implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<String> waitingFor = new AtomicReference<>();
  private final Duration first;

  /**
   * Waits longer after each attempt, up to five seconds.
   *
   * @param first wait after the first attempt
   */
  Patience(Duration first) {
    this.first = first;
  }

  /**
   * The answer to a question.
   *
   * @throws RegistryException if asking again does not help, or this was closed meanwhile
   */
  <T> T ask(Supplier<T> question) {
    Duration wait = first;
    while (true) {
      try {
        T answer = question.get();
        if (waitingFor.getAndSet(null) != null) {
          LOG.info("the schema registry answers again");
        }
        return answer;
      } catch (RegistryUnavailableException e) {
        if (waitingFor.getAndSet(e.getMessage()) == null) {
          LOG.warn("waiting for the schema registry: {}", e.getMessage());
        }
        pause(wait, e);
        wait = wait.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : wait.multipliedBy(2);
      }
    }
  }

  /** What is waited for now. */
  Optional<String> waitingFor() {
    return Optional.ofNullable(waitingFor.get());
  }

  private void pause(Duration wait, RegistryUnavailableException why) {
    try {
      if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RegistryException("closed while waiting: " + why.getMessage(), why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException("interrupted while waiting: " + why.getMessage(), e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
