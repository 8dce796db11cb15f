package org.storywire.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as inputs write them: {@code 2021-06-24T10:30:00Z}, {@code 2021-06-24T10:30+02:00}, {@code
 * 2021-06-24 10:30:00} (UTC), {@code 2021-06-24} (start of the day, UTC).
 */
final class GivenTime {

  /** Kafka takes no record from before its epoch. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private GivenTime() {}

  /**
   * The instant that a text names, cut to milliseconds.
   *
   * @return empty if the text has none of the forms, or names a time before 1970 or after 9999
   */
  static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor parsed =
          FORM.parseBest(
              withT(text.strip()), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      Instant instant = toMillis(instant(parsed));
      boolean possible = !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
      return possible ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The instant without what is finer than a millisecond. */
  static Instant toMillis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String withT(String text) {
    boolean blankAfterDate = text.length() > 10 && text.charAt(10) == ' ';
    return blankAfterDate
        ? text.substring(0, 10) + 'T' + text.substring(11).replace(" ", "")
        : text;
  }

  private static Instant instant(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (parsed instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
