package org.storywire.ingest;

/** Watches a feed. Called by the thread that sends, so it must be quick. */
public interface SendObserver {

  /** Watches nothing. */
  SendObserver NONE = new SendObserver() {};

  /**
   * An article is about to be handed to Kafka's producer.
   *
   * @param eventId id of the delivery
   * @param nanoTime {@link System#nanoTime()} of this moment
   */
  default void sending(String eventId, long nanoTime) {}

  /** A delivery was handed over, or all that was handed over is acknowledged. */
  default void progress(IngestCounts counts) {}
}
