package org.storywire.docker.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.SendObserver;

/**
 * One feed through a pipeline, from the first article to the last result.
 *
 * @param deliveries in the order in which they are to arrive
 * @param rate articles a second at most; 0 for no limit
 * @param patience how long nothing may happen before the run has failed
 */
public record FeedRun(List<Delivery> deliveries, double rate, Duration patience) {

  private static final Duration WAIT = Duration.ofMillis(100);

  /** How a run ended. */
  public enum End {
    /** Every delivery has ended and every result was read. */
    COMPLETE,
    /** The JVM was told to stop. */
    STOPPED
  }

  /** Copies the deliveries. */
  public FeedRun {
    deliveries = List.copyOf(deliveries);
  }

  /**
   * Feeds and reads until all is done.
   *
   * @param results opened before the run, so that nothing is missed
   * @param conservation told of all results by {@code results}
   * @param observer told of each article as it is sent, in another thread
   * @param progress told of the number of deliveries that have ended
   * @throws IllegalStateException if the processor stops, or nothing moves for too long
   */
  public End run(
      LocalPipeline pipeline,
      ResultReader results,
      Conservation conservation,
      SendObserver observer,
      LongConsumer progress,
      StopSignal stop) {
    Feed.register(deliveries, conservation);
    try (Feed feed = Feed.start(pipeline.bootstrapServers(), deliveries, rate, observer);
        GroupLag lag = new GroupLag(pipeline.bootstrapServers(), pipeline.group())) {
      Completion completion =
          new Completion(conservation, lag::records, results::caughtUp, patience, System::nanoTime);
      while (!stop.requested()) {
        int read = results.poll(WAIT);
        progress.accept(conservation.ended());
        pipeline.requireHealth();
        feed.requireHealth();
        if (completion.reached(read)) {
          return End.COMPLETE;
        }
      }
      return End.STOPPED;
    }
  }
}
