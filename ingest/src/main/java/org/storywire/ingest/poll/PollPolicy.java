package org.storywire.ingest.poll;

import java.time.Duration;

/**
 * How often a source is asked.
 *
 * @param first interval of a source that is new
 * @param least shortest interval of a source that tells whether it has changed
 * @param leastUnvalidated shortest interval of a source that sends its whole body each time
 * @param most longest interval without news, and longest freshness that is kept
 * @param mostTrouble longest interval of a source in trouble, and longest ttl that is kept
 * @param moveAfter how long a permanent redirect must be the same before it is believed
 * @param bodyAfter how long "not modified" is believed before the body is asked for again
 */
public record PollPolicy(
    Duration first,
    Duration least,
    Duration leastUnvalidated,
    Duration most,
    Duration mostTrouble,
    Duration moveAfter,
    Duration bodyAfter) {

  /** What holds if nobody says otherwise. */
  public static final PollPolicy DEFAULT =
      new PollPolicy(
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(1));

  /** Checks that no interval is too short or too long. */
  public PollPolicy {
    if (least.compareTo(Duration.ofSeconds(1)) < 0 || most.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "illegal intervals: from " + least + " to " + most + ", must be from PT1S upwards");
    }
  }

  /** The same policy with other bounds, which hold for sources without validators as well. */
  public PollPolicy withBounds(Duration least, Duration most) {
    return new PollPolicy(
        clamp(first, least, most),
        least,
        clamp(leastUnvalidated, least, most),
        most,
        mostTrouble,
        moveAfter,
        bodyAfter);
  }

  static Duration clamp(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
  }
}
