package org.storywire.processor.monitor;

import java.time.Duration;
import java.time.Instant;

/** Articles of one story an hour over the last day of event time, independent ones and copies. */
final class Activity {

  /** Hours kept. */
  static final int HOURS = 24;

  private final short[] independent = new short[HOURS];
  private final short[] copies = new short[HOURS];
  private long newestHour = Long.MIN_VALUE;

  /** Counts an article; one that is older than the hours kept is not counted. */
  void add(Instant at, boolean copy) {
    long hour = hour(at);
    if (newestHour == Long.MIN_VALUE) {
      newestHour = hour;
    }
    while (newestHour < hour) {
      newestHour = hour - newestHour > HOURS ? hour - HOURS : newestHour + 1;
      independent[slot(newestHour)] = 0;
      copies[slot(newestHour)] = 0;
    }
    if (hour > newestHour - HOURS) {
      short[] counts = copy ? copies : independent;
      counts[slot(hour)] = (short) Math.min(Short.MAX_VALUE, counts[slot(hour)] + 1);
    }
  }

  /** Counts by hour as of {@code now}, oldest first, {@link #HOURS} long. */
  int[] counts(Instant now, boolean copy) {
    int[] counts = new int[HOURS];
    long last = hour(now);
    for (int i = 0; i < HOURS; i++) {
      long hour = last - HOURS + 1 + i;
      boolean kept =
          newestHour != Long.MIN_VALUE && hour <= newestHour && hour > newestHour - HOURS;
      counts[i] = kept ? (copy ? copies : independent)[slot(hour)] : 0;
    }
    return counts;
  }

  private static int slot(long hour) {
    return (int) Math.floorMod(hour, (long) HOURS);
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), Duration.ofHours(1).toMillis());
  }
}
