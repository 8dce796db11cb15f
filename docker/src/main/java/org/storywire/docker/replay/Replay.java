package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.Fan;
import org.storywire.docker.pipeline.FeedRun;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.pipeline.Tally;
import org.storywire.docker.terminal.ProgressBar;
import org.storywire.docker.terminal.Terminal;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.SendObserver;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/**
 * A corpus through the production topologies.
 *
 * @param threads stream threads of the processor [1..]
 * @param settings further settings of the processor by key
 * @param patience how long nothing may happen before the run has failed
 */
public record Replay(
    ProcessorFactory processors, int threads, Map<String, String> settings, Duration patience) {

  /** Copies the settings. */
  public Replay {
    settings = Map.copyOf(settings);
  }

  /**
   * Runs the corpus and writes the results.
   *
   * @param in files and directories
   * @param out directory for the results
   * @param progress where the progress bar goes
   * @return closing lines
   * @throws IllegalStateException if the processor stops, nothing moves for too long, or the JVM is
   *     told to stop
   */
  public List<String> run(List<Path> in, Path out, PrintStream progress) throws IOException {
    List<Delivery> deliveries = Arrivals.of(in);
    FeedOrder order = new FeedOrder(deliveries);
    Collected collected = new Collected(order);
    Tally tally = new Tally();
    ReplayFiles files = new ReplayFiles(out);
    Duration taken = feed(deliveries, Fan.of(tally, collected), progress);
    String digest = files.write(collected, order);
    double seconds = taken.toMillis() / 1000.0;
    double rate = tally.articles() / Math.max(0.001, seconds);
    ObjectNode summary = counts(tally, deliveries.size());
    summary
        .putObject("timing")
        .put("seconds", seconds)
        .put("articlesPerSecond", Math.round(rate * 10) / 10.0);
    summary.put("digest", digest);
    files.write(summary);
    return List.of(
        String.format(
            Locale.ROOT,
            "%d articles, %d stories, %d dead letters in %.1f s: %.0f articles/s",
            tally.articles(),
            tally.stories(),
            tally.deadLetters(),
            seconds,
            rate),
        "digest " + digest);
  }

  private Duration feed(List<Delivery> deliveries, Fan listeners, PrintStream progress) {
    Conservation conservation = new Conservation();
    ProgressBar bar = new ProgressBar(progress, Terminal.current(), "replayed", deliveries.size());
    try (StopSignal stop = StopSignal.install();
        LocalPipeline pipeline = LocalPipeline.start(processors, threads, settings);
        ResultReader results =
            ResultReader.open(pipeline.bootstrapServers(), Fan.of(conservation, listeners))) {
      pipeline.awaitRunning(stop);
      long begin = System.nanoTime();
      FeedRun.End end =
          new FeedRun(deliveries, 0, patience)
              .run(pipeline, results, conservation, SendObserver.NONE, bar::show, stop);
      bar.hide();
      if (end == FeedRun.End.STOPPED) {
        throw new IllegalStateException("stopped before the end, no results were written");
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  private static ObjectNode counts(Tally tally, int deliveries) {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("deliveries", deliveries);
    summary.put("articles", tally.articles());
    ObjectNode verdicts = summary.putObject("verdicts");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.name().toLowerCase(Locale.ROOT), tally.articles(verdict));
    }
    summary.put("stories", tally.stories());
    ObjectNode updates = summary.putObject("updates");
    for (UpdateKind kind : UpdateKind.values()) {
      updates.put(kind.name().toLowerCase(Locale.ROOT), tally.updates(kind));
    }
    summary.put("deadLetters", tally.deadLetters());
    return summary;
  }
}
