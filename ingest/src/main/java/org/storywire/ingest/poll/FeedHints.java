package org.storywire.ingest.poll;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What a feed itself asks of its readers.
 *
 * @param ttl for how long the feed holds; zero if it does not say
 * @param skipHours hours in UTC in which nobody need ask [0..23]
 * @param skipDays days in UTC on which nobody need ask
 */
public record FeedHints(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  /** The feed asks for nothing. */
  public static final FeedHints NONE = new FeedHints(Duration.ZERO, Set.of(), Set.of());

  private static final int HOURS_OF_A_WEEK = 7 * 24;

  /** Copies the sets. */
  public FeedHints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  /** The first time from a time on that the feed does not skip; that time, if it skips all. */
  Instant firstOpen(Instant from) {
    ZonedDateTime time = from.atZone(ZoneOffset.UTC);
    for (int i = 0; i <= HOURS_OF_A_WEEK; i++) {
      if (!skipHours.contains(time.getHour()) && !skipDays.contains(time.getDayOfWeek())) {
        return time.toInstant();
      }
      time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return from;
  }
}
