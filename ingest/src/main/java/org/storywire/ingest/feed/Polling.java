package org.storywire.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed asks of those who poll it.
 *
 * @param ttl how long it may be kept, from {@code ttl}
 * @param period how often it changes, from the syndication module of RSS 1.0
 * @param skipHours hours of the day in which it does not change [0..23, UTC]
 * @param skipDays days on which it does not change [UTC]
 * @param hubs WebSub hubs
 * @param self the feed's own address, as it gives it
 */
public record Polling(
    Optional<Duration> ttl,
    Optional<Duration> period,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    List<String> hubs,
    Optional<String> self) {

  /** A feed that asks nothing. */
  public static final Polling NONE =
      new Polling(
          Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), Optional.empty());

  /** Copies the collections. */
  public Polling {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
    hubs = List.copyOf(hubs);
  }
}
