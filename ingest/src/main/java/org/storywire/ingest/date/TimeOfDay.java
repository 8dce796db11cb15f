package org.storywire.ingest.date;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.storywire.ingest.date.NewsDate.Precision;

/**
 * A time of day as it was written.
 *
 * @param time the time
 * @param days 1 for 24:00, which is the next day's midnight
 * @param precision minutes or seconds
 * @param zone the offset or zone that stands behind it
 */
record TimeOfDay(LocalTime time, int days, Precision precision, Optional<ZoneId> zone) {

  private static final String HALF_BEFORE = "(?:(오전|上午|午前)|(오후|下午|午後))? ?";
  private static final String HALF_BEHIND = "(?: ?([ap])\\.? ?m(?![a-z])\\.?)?";
  private static final String OFFSET =
      "(?: ?(?:gmt|utc|ut|z)? ?([+-]\\d{1,2}(?::?\\d\\d)?)(?![\\w:]))?"
          // The name of a zone is looked at, and left where it is: it may be another word.
          + "(?: ?(?=([a-z]{1,5})(?![a-z])))?";

  private static final Pattern WITH_COLONS =
      Pattern.compile(
          HALF_BEFORE
              + "(?<![\\d:+-])(\\d{1,2})[:h](\\d\\d)(?::(\\d\\d?)(?:[.,](\\d{1,9}))?)?(?![\\d:])"
              + HALF_BEHIND
              + OFFSET);

  private static final Pattern AFTER_T =
      Pattern.compile("(?<=\\d) ?t ?(\\d\\d)(\\d\\d)(\\d\\d)?(?:[.,]\\d{1,9})?(?!\\d)" + OFFSET);

  private static final Pattern HOUR =
      Pattern.compile("(?<![\\d/.-])(\\d{1,2}) ?([ap])\\.?m(?![a-z])\\.?");

  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d\\d)(?:\\.(\\d\\d))?(?![\\d.])");

  /** Takes a time with colons, a compact one after a T, or an hour with am or pm. */
  static Optional<TimeOfDay> take(DateText text) {
    Optional<Matcher> colons = text.take(WITH_COLONS);
    if (colons.isPresent()) {
      Matcher m = colons.get();
      String half = m.group(1) != null ? "a" : m.group(2) != null ? "p" : m.group(7);
      return Optional.of(
          of(m.group(3), m.group(4), m.group(5), m.group(6), half, zone(m.group(8), m.group(9))));
    }
    return text.take(AFTER_T)
        .map(m -> of(m.group(1), m.group(2), m.group(3), null, null, zone(m.group(4), m.group(5))))
        .or(
            () ->
                text.take(HOUR)
                    .map(m -> of(m.group(1), "00", null, null, m.group(2), Optional.empty())));
  }

  /** Takes a time with full stops, which only a text without its day can tell from a day. */
  static Optional<TimeOfDay> takeDotted(DateText text) {
    return text.take(DOTTED)
        .map(m -> of(m.group(1), m.group(2), m.group(3), null, null, Optional.empty()));
  }

  private static TimeOfDay of(
      String hour,
      String minute,
      String second,
      String fraction,
      String half,
      Optional<ZoneId> zone) {
    int hours = Integer.parseInt(hour);
    if (half != null && hours <= 12) {
      hours = hours % 12 + (half.equals("p") ? 12 : 0);
    }
    boolean nextMidnight = hours == 24 && minute.equals("00");
    LocalTime time =
        LocalTime.of(
            nextMidnight ? 0 : hours,
            Integer.parseInt(minute),
            second == null ? 0 : second(Integer.parseInt(second)),
            nanos(fraction));
    return new TimeOfDay(
        time, nextMidnight ? 1 : 0, second == null ? Precision.MINUTE : Precision.SECOND, zone);
  }

  private static Optional<ZoneId> zone(String offset, String name) {
    return Optional.ofNullable(offset)
        .map(ZoneNames::ofOffset)
        .or(() -> Optional.ofNullable(name).flatMap(ZoneNames::named));
  }

  /** A leap second counts as the second before it. */
  private static int second(int written) {
    return written == 60 ? 59 : written;
  }

  /** Cut to milliseconds. */
  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
  }
}
