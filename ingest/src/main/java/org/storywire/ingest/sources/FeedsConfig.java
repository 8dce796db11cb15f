package org.storywire.ingest.sources;

import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.poll.PollPolicy;

/**
 * Settings of a reader of feeds.
 *
 * @param ingest where Kafka is and what its topics are called
 * @param fetch how publishers are asked
 * @param policy how often
 * @param workers sources that are asked at a time [1..]
 */
public record FeedsConfig(IngestConfig ingest, FetchConfig fetch, PollPolicy policy, int workers) {

  /** Sources asked at a time, if nobody says otherwise: each waits for its publisher mostly. */
  public static final int WORKERS = 32;

  /** Checks the number of workers. */
  public FeedsConfig {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "illegal number of workers: " + workers + ", must be at least 1");
    }
  }

  /** The usual policy and number of workers. */
  public static FeedsConfig of(IngestConfig ingest, FetchConfig fetch) {
    return new FeedsConfig(ingest, fetch, PollPolicy.DEFAULT, WORKERS);
  }
}
