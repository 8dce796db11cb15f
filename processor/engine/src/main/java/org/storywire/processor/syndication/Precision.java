package org.storywire.processor.syndication;

/**
 * How precisely a time was claimed. A claim carries no word of it, so its roundness tells: midnight
 * in UTC is a date without an hour, a full minute a time without seconds.
 */
enum Precision {
  DAY(24 * 3600_000L),
  MINUTE(60_000L),
  SECOND(1_000L);

  private final long millis;

  Precision(long millis) {
    this.millis = millis;
  }

  /** Precision of a time [ms since epoch]. */
  static Precision of(long time) {
    if (time % DAY.millis == 0) {
      return DAY;
    }
    return time % MINUTE.millis == 0 ? MINUTE : SECOND;
  }

  /** Last millisecond that a claim of this precision may mean [ms since epoch]. */
  long end(long time) {
    return time + millis - 1;
  }

  /** Compares two claims as far as the less precise one tells them apart. */
  static int compare(long one, long other) {
    long unit = Math.max(of(one).millis, of(other).millis);
    return Long.compare(Math.floorDiv(one, unit), Math.floorDiv(other, unit));
  }
}
