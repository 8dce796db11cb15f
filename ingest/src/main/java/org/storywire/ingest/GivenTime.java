package org.storywire.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.storywire.ingest.date.NewsDate;

/** Times as inputs write them: any form of {@link NewsDate}. */
final class GivenTime {

  private GivenTime() {}

  /**
   * The instant that a text names, cut to milliseconds.
   *
   * @return empty if the text is no date, names less than a day, has two readings, or names a time
   *     that stands for none
   */
  static Optional<Instant> parse(String text) {
    return NewsDate.parse(text.strip())
        .filter(date -> date.precision().compareTo(NewsDate.Precision.DAY) >= 0)
        .map(NewsDate::instant)
        .map(GivenTime::toMillis);
  }

  /** The instant without what is finer than a millisecond. */
  static Instant toMillis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
