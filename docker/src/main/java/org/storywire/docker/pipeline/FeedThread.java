package org.storywire.docker.pipeline;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;

/**
 * Feeds deliveries into a pipeline in a thread of its own, through the production producer. It
 * books each as to be waited for, and is never further ahead of the results than by so many, so
 * that a feed may be larger than the memory.
 */
public final class FeedThread implements AutoCloseable {

  /** Deliveries on their way at most: work for some seconds. */
  static final long MOST_OPEN = 20_000;

  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final RawArticleProducer producer;
  private final Conservation conservation;
  private final FeedObserver observer;
  private final Thread thread;
  private volatile RuntimeException failure;
  private volatile boolean stopping;
  private volatile boolean ended;

  private FeedThread(
      RawArticleProducer producer,
      Stream<Delivery> deliveries,
      Conservation conservation,
      FeedObserver observer) {
    this.producer = producer;
    this.conservation = conservation;
    this.observer = observer;
    this.thread = new Thread(() -> run(deliveries), "storywire-feed");
  }

  /**
   * Begins to feed.
   *
   * @param deliveries in the order in which they are to arrive; closed at the end
   * @param rate articles a second at most; 0 for no limit
   * @param conservation told of each delivery before it is sent
   * @param observer told after that, in the feed's thread
   */
  public static FeedThread start(
      String bootstrapServers,
      Stream<Delivery> deliveries,
      double rate,
      Conservation conservation,
      FeedObserver observer) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(IngestConfig.BOOTSTRAP_SERVER, bootstrapServers);
    settings.put(IngestConfig.RATE, Double.toString(rate));
    RawArticleProducer producer = RawArticleProducer.open(IngestConfig.from(settings), observer);
    FeedThread feed = new FeedThread(producer, deliveries, conservation, observer);
    feed.thread.start();
    return feed;
  }

  /** Whether every delivery was booked and has reached the broker. */
  public boolean ended() {
    return ended;
  }

  /**
   * Does nothing while all goes well.
   *
   * @throws RuntimeException what stopped the feed
   */
  public void requireHealth() {
    if (failure != null) {
      throw failure;
    }
  }

  private void run(Stream<Delivery> deliveries) {
    try (producer;
        deliveries) {
      var all = deliveries.iterator();
      while (!stopping && all.hasNext()) {
        send(all.next());
      }
      producer.flush();
      ended = !stopping;
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void send(Delivery delivery) {
    while (conservation.open() >= MOST_OPEN && !stopping) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    if (delivery instanceof Delivery.Found found) {
      conservation.fed(found.article().getEventId(), found.article().getOrigin());
    } else {
      conservation.fedBad();
    }
    observer.feeding(delivery);
    producer.send(delivery);
  }

  /** Stops feeding and waits for what is under way. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
