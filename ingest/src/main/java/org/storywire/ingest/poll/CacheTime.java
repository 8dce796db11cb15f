package org.storywire.ingest.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.storywire.ingest.fetch.HeaderFields;

/** Times that the fields of an answer ask us to keep. */
public final class CacheTime {

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,10})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_CACHED =
      Pattern.compile("(?:^|[,\\s])no-(?:cache|store)(?:[,\\s=]|$)", Pattern.CASE_INSENSITIVE);

  private CacheTime() {}

  /**
   * For how long the publisher says its answer holds (RFC 9111, section 4.2): {@code max-age}, or
   * from {@code Date} to {@code Expires}, less the {@code Age} it already has.
   *
   * @param now stands for a missing {@code Date}
   */
  public static Duration freshness(HeaderFields fields, Instant now) {
    String control = String.join(",", fields.all("Cache-Control"));
    if (NOT_CACHED.matcher(control).find()) {
      return Duration.ZERO;
    }
    Matcher maxAge = MAX_AGE.matcher(control);
    Duration lifetime;
    if (maxAge.find()) {
      lifetime = Duration.ofSeconds(Long.parseLong(maxAge.group(1)));
    } else {
      Instant from = fields.first("Date").flatMap(CacheTime::date).orElse(now);
      lifetime =
          fields
              .first("Expires")
              .flatMap(CacheTime::date)
              .map(until -> Duration.between(from, until))
              .orElse(Duration.ZERO);
    }
    Duration left = lifetime.minus(fields.first("Age").flatMap(CacheTime::seconds).orElse(ZERO));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** For how long we are asked to stay away: field {@code Retry-After}, in seconds or as a date. */
  public static Optional<Duration> retryAfter(HeaderFields fields, Instant now) {
    return fields
        .first("Retry-After")
        .flatMap(
            value ->
                seconds(value).or(() -> date(value).map(until -> Duration.between(now, until))))
        .filter(wait -> !wait.isNegative());
  }

  private static final Duration ZERO = Duration.ZERO;

  private static Optional<Duration> seconds(String value) {
    String text = value.strip();
    return text.matches("\\d{1,10}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(
                  value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
