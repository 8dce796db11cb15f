package org.storywire.ingest.fetch;

import java.time.Duration;

/**
 * What one answer may cost us.
 *
 * @param bytes of a body as it is sent [1..]
 * @param unpackedBytes of a body without its content encoding [1..]
 * @param redirects that are followed [0..]
 * @param headers in an answer [1..]
 * @param headerBytes in a line of the head [1..]
 * @param connect time until a connection stands
 * @param total time of all requests that one answer takes, waiting for the host's turn left out
 */
public record FetchLimits(
    int bytes,
    int unpackedBytes,
    int redirects,
    int headers,
    int headerBytes,
    Duration connect,
    Duration total) {

  /** Limits that hold for the feeds and pages of the press. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(
          8 << 20, 24 << 20, 5, 200, 16 << 10, Duration.ofSeconds(10), Duration.ofSeconds(30));

  /** Checks every limit, naming it, its value and what was expected. */
  public FetchLimits {
    require("bytes", bytes, 1);
    require("unpacked bytes", unpackedBytes, 1);
    require("redirects", redirects, 0);
    require("headers", headers, 1);
    require("header bytes", headerBytes, 1);
    require("connect time in ms", connect.toMillis(), 1);
    require("total time in ms", total.toMillis(), 1);
  }

  private static void require(String limit, long value, long least) {
    if (value < least || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "illegal limit of " + limit + ": " + value + ", must be at least " + least);
    }
  }
}
