package org.storywire.docker.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;

/** Feeds deliveries into a pipeline in a thread of its own, through the production producer. */
public final class Feed implements AutoCloseable {

  private final Thread thread;
  private volatile RuntimeException failure;
  private volatile boolean stopping;

  private Feed(RawArticleProducer producer, List<Delivery> deliveries) {
    this.thread = new Thread(() -> run(producer, deliveries), "storywire-feed");
  }

  /**
   * Begins to feed.
   *
   * @param deliveries in the order in which they are to arrive
   * @param rate articles a second at most; 0 for no limit
   * @param observer told of each article as it is sent, in the feed's thread
   */
  public static Feed start(
      String bootstrapServers, List<Delivery> deliveries, double rate, SendObserver observer) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(IngestConfig.BOOTSTRAP_SERVER, bootstrapServers);
    settings.put(IngestConfig.RATE, Double.toString(rate));
    Feed feed =
        new Feed(RawArticleProducer.open(IngestConfig.from(settings), observer), deliveries);
    feed.thread.start();
    return feed;
  }

  /** Books all deliveries as to be waited for. */
  public static void register(List<Delivery> deliveries, Conservation conservation) {
    for (Delivery delivery : deliveries) {
      if (delivery instanceof Delivery.Found found) {
        conservation.fed(found.article().getEventId(), found.article().getOrigin());
      } else {
        conservation.fedBad();
      }
    }
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

  private void run(RawArticleProducer producer, List<Delivery> deliveries) {
    try (producer) {
      for (Delivery delivery : deliveries) {
        if (stopping) {
          return;
        }
        producer.send(delivery);
      }
      producer.flush();
    } catch (RuntimeException e) {
      failure = e;
    }
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
