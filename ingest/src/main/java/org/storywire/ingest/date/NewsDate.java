package org.storywire.ingest.date;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A date that a source wrote: the instant it names, and how exactly it names it.
 *
 * @param instant the start of what was named [ms, UTC], after 1970-01-02 and before 2100
 * @param precision the smallest unit that was written
 * @param zoned whether a time zone was written; without one the time counts as UTC
 */
public record NewsDate(Instant instant, Precision precision, boolean zoned) {

  /** How exactly a date was written. */
  public enum Precision {
    /** Only a year. */
    YEAR,
    /** A year and a month. */
    MONTH,
    /** A day. */
    DAY,
    /** A time with minutes. */
    MINUTE,
    /** A time with seconds or finer. */
    SECOND
  }

  /**
   * The first instant that is a date. The hours before stand for "no date" in broken feeds: they
   * are zero seconds since the epoch, in some zone.
   */
  static final Instant EARLIEST = Instant.parse("1970-01-02T14:00:00Z");

  /** The first instant that is no date any more: years like 9999 and 2199 stand for "never". */
  static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /**
   * Reads a date in one of the forms that feeds use: ISO 8601 and its variants, RFC 822 and 1123
   * with zone names, Unix time in seconds or milliseconds, numbers with slashes or full stops, and
   * dates with names of months in many languages.
   *
   * @param text the date alone, without words around it
   * @return empty if the text is no date, has two readings ({@code 07/04/2026}), or names a time
   *     that stands for none (1970-01-01, year 1, year 9999)
   */
  public static Optional<NewsDate> parse(String text) {
    return parse(text, Locale.ROOT);
  }

  /**
   * As {@link #parse(String)}, with the language of the source to decide between two readings of a
   * date in numbers.
   *
   * @param locale the source's language and, if known, country; {@link Locale#ROOT} if not known
   */
  public static Optional<NewsDate> parse(String text, Locale locale) {
    return DateParser.parse(text, locale)
        .filter(date -> !date.instant.isBefore(EARLIEST) && date.instant.isBefore(LATEST));
  }
}
