package org.storywire.ingest.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a source has done.
 *
 * @param title of the feed, empty if not known
 * @param language the feed claims, empty if none
 * @param robots what robots.txt said of the last page that was wanted
 * @param items new and changed ones so far
 * @param undated those of them without a date
 * @param brief those of them with a summary or less, for which no page was read
 * @param requests for the feed so far
 * @param errors those of them that gave no feed
 * @param itemsPerHour as usual: an average that forgets half within a week
 */
public record SourceHealth(
    String title,
    String language,
    String robots,
    long items,
    long undated,
    long brief,
    long requests,
    long errors,
    double itemsPerHour) {

  static final SourceHealth NONE = new SourceHealth("", "", "", 0, 0, 0, 0, 0, 0);

  private static final double HALF_LIFE_HOURS = 7 * 24;

  /**
   * A source is silent when it has had nothing for a time in which this many items are usual: at a
   * steady rate that happens by chance in fewer than 1 of 100 cases.
   */
  private static final double MISSED = 5;

  /** After an answer that gave no feed. */
  SourceHealth failed() {
    return new SourceHealth(
        title, language, robots, items, undated, brief, requests + 1, errors + 1, itemsPerHour);
  }

  /**
   * After a feed, or none because nothing has changed.
   *
   * @param news items that are sent
   * @param since the answer before; empty for the first, whose items tell the usual rate
   */
  SourceHealth heard(List<FeedItem> news, Optional<Instant> since, Instant now) {
    long withoutDate = news.stream().filter(item -> item.published().isEmpty()).count();
    long withoutText = news.stream().filter(item -> !item.whole()).count();
    return new SourceHealth(
        title,
        language,
        robots,
        items + news.size(),
        undated + withoutDate,
        brief + withoutText,
        requests + 1,
        errors,
        since.map(at -> averaged(news.size(), at, now)).orElseGet(() -> rate(news)));
  }

  SourceHealth withRobots(String verdict) {
    return new SourceHealth(
        title, language, verdict, items, undated, brief, requests, errors, itemsPerHour);
  }

  SourceHealth named(String feedTitle, String feedLanguage) {
    return new SourceHealth(
        feedTitle, feedLanguage, robots, items, undated, brief, requests, errors, itemsPerHour);
  }

  /** Whether a source has had nothing for much longer than usual, whatever its peers do. */
  boolean isSilent(Optional<Instant> newsAt, Instant now) {
    return newsAt.filter(at -> itemsPerHour * hours(at, now) >= MISSED).isPresent();
  }

  private double averaged(int count, Instant since, Instant now) {
    double hours = Math.max(hours(since, now), 1.0 / 3600);
    double kept = Math.pow(0.5, hours / HALF_LIFE_HOURS);
    return itemsPerHour * kept + count / hours * (1 - kept);
  }

  /** Items an hour of a feed's first body, by their dates. */
  private static double rate(List<FeedItem> news) {
    List<Instant> dates =
        news.stream().flatMap(item -> item.published().stream()).sorted().toList();
    if (dates.size() < 2) {
      return 0;
    }
    double hours = hours(dates.get(0), dates.get(dates.size() - 1));
    return (dates.size() - 1) / Math.max(hours, 1);
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }
}
