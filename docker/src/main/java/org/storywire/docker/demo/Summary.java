package org.storywire.docker.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.docker.pipeline.Tally;
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
      Tally tally, Latencies latencies, Optional<Duration> firstUpdate, Duration feeding) {
    double seconds = Math.max(0.001, feeding.toNanos() / 1e9);
    return List.of(
        String.format(
            Locale.ROOT,
            "%d articles: %d originals, %d copies, %d revisions, %d unchanged; %d dead letters",
            tally.articles(),
            tally.articles(Verdict.ORIGINAL),
            tally.articles(Verdict.COPY),
            tally.articles(Verdict.REVISION),
            tally.articles(Verdict.UNCHANGED),
            tally.deadLetters()),
        String.format(
            Locale.ROOT,
            "%d stories; %.0f articles/s; produce to story update: p50 %s, p99 %s",
            tally.stories(),
            tally.articles() / seconds,
            milliseconds(latencies.percentile(50)),
            milliseconds(latencies.percentile(99))),
        "first story update after "
            + firstUpdate
                .map(time -> String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0))
                .orElse("-"));
  }

  private static String milliseconds(Optional<Duration> time) {
    return time.map(value -> value.toMillis() + " ms").orElse("-");
  }
}
