package org.storywire.docker.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.docker.pipeline.ResultCounts;
import org.storywire.news.Verdict;

/** The closing lines of a demo. */
final class Summary {

  private Summary() {}

  /**
   * What happened.
   *
   * @param firstUpdate time from the start of the JVM to the first story update
   * @param feeding time from the first article sent to the last result read
   */
  static List<String> of(
      ResultCounts tally, Latencies latencies, Optional<Duration> firstUpdate, Duration feeding) {
    double seconds = Math.max(0.001, feeding.toNanos() / 1e9);
    return List.of(
        String.format(
            Locale.ROOT,
            "%s: %s, %s, %s, %d unchanged; %s",
            count(tally.articles(), "article", "articles"),
            count(tally.articles(Verdict.ORIGINAL), "original", "originals"),
            count(tally.articles(Verdict.COPY), "copy", "copies"),
            count(tally.articles(Verdict.REVISION), "revision", "revisions"),
            tally.articles(Verdict.UNCHANGED),
            count(tally.deadLetters(), "dead letter", "dead letters")),
        String.format(
            Locale.ROOT,
            "%s; %.0f articles/s; produce to story update: p50 %s, p99 %s",
            count(tally.stories(), "story", "stories"),
            tally.articles() / seconds,
            milliseconds(latencies.percentile(50)),
            milliseconds(latencies.percentile(99))),
        "first story update after "
            + firstUpdate
                .map(time -> String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0))
                .orElse("-"));
  }

  private static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  private static String milliseconds(Optional<Duration> time) {
    return time.map(value -> value.toMillis() + " ms").orElse("-");
  }
}
