package org.storywire.ingest.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storywire.ingest.date.NewsDate.Precision;

/**
 * Reads a date part by part: the time of day, its offset, the day, the name of the zone. The parts
 * may stand in any order. A digit that no part explains makes the text no date; a word that none
 * explains is let be.
 */
final class DateParser {

  /** Longer texts are sentences. */
  private static final int LONGEST = 120;

  /** Nine digits begin in 1973, ten that begin with 1 end in 2033. */
  private static final Pattern SECONDS = Pattern.compile("(1?\\d{9})(?:\\.\\d{1,9})?");

  private static final Pattern MILLIS = Pattern.compile("1?\\d{12}");

  /** Words that name a time are not let be, either: they change what stands beside them. */
  private static final Pattern UNEXPLAINED = Pattern.compile("\\d|[+-]\\w|\\b(?:noon|midnight)\\b");

  private DateParser() {}

  static Optional<NewsDate> parse(String text, Locale locale) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    if (MILLIS.matcher(plain).matches()) {
      return Optional.of(counted(Instant.ofEpochMilli(Long.parseLong(plain))));
    }
    var seconds = SECONDS.matcher(plain);
    if (seconds.matches()) {
      return Optional.of(counted(Instant.ofEpochSecond(Long.parseLong(seconds.group(1)))));
    }
    try {
      return written(new DateText(plain), locale);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static NewsDate counted(Instant instant) {
    return new NewsDate(instant, Precision.SECOND, true);
  }

  private static Optional<NewsDate> written(DateText text, Locale locale) {
    Optional<TimeOfDay> clock = TimeOfDay.take(text);
    Optional<ZoneId> beside =
        clock.map(TimeOfDay::zone).orElseGet(() -> ZoneNames.takeOffset(text));
    Optional<Day> day = Day.take(text, locale);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    Optional<TimeOfDay> time = clock.or(() -> TimeOfDay.takeDotted(text));
    Optional<ZoneId> zone = beside.or(() -> ZoneNames.take(text));
    if (UNEXPLAINED.matcher(text.rest()).find()) {
      return Optional.empty();
    }
    Instant instant =
        day.get()
            .date()
            .plusDays(time.map(TimeOfDay::days).orElse(0))
            .atTime(time.map(TimeOfDay::time).orElse(LocalTime.MIDNIGHT))
            .atZone(zone.or(text::zoneOfScript).orElse(ZoneOffset.UTC))
            .toInstant();
    Precision precision = time.map(TimeOfDay::precision).orElse(day.get().precision());
    return Optional.of(new NewsDate(instant, precision, zone.isPresent()));
  }
}
