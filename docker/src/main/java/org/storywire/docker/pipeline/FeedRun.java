package org.storywire.docker.pipeline;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.storywire.ingest.Delivery;

/**
 * One feed through a pipeline, from the first article to the last result.
 *
 * @param deliveries in the order in which they are to arrive; closed at the end
 * @param rate articles a second at most; 0 for no limit
 * @param patience how long nothing may happen before the run has failed
 */
public record FeedRun(Stream<Delivery> deliveries, double rate, Duration patience) {

  private static final Duration WAIT = Duration.ofMillis(100);

  /** How a run ended. */
  public enum End {
    /** Every delivery has ended and every result was read. */
    COMPLETE,
    /** The JVM was told to stop. */
    STOPPED
  }

  /**
   * Feeds and reads until all is done.
   *
   * @param results opened before the run, so that nothing is missed
   * @param conservation told of all results by {@code results}
   * @param observer told of each delivery as it is fed, in another thread
   * @param progress told of the number of deliveries that have ended
   * @throws IllegalStateException if the processor stops, or nothing moves for too long
   */
  public End run(
      LocalPipeline pipeline,
      ResultReader results,
      Conservation conservation,
      FeedObserver observer,
      LongConsumer progress,
      StopSignal stop) {
    try (FeedThread feed =
            FeedThread.start(
                pipeline.bootstrapServers(), deliveries, rate, conservation, observer);
        GroupLag lag = new GroupLag(pipeline.bootstrapServers(), pipeline.group())) {
      Completion completion =
          new Completion(conservation, lag::records, results::caughtUp, patience, System::nanoTime);
      while (!stop.requested()) {
        boolean allFed = feed.ended();
        int read = results.poll(WAIT);
        progress.accept(conservation.ended());
        pipeline.requireHealth();
        feed.requireHealth();
        if (completion.reached(read) && allFed) {
          return End.COMPLETE;
        }
      }
      return End.STOPPED;
    }
  }
}
