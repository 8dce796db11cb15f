package org.storywire.docker.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.Fan;
import org.storywire.docker.pipeline.FeedRun;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.terminal.ProgressBar;
import org.storywire.docker.terminal.Terminal;
import org.storywire.ingest.Delivery;
import org.storywire.news.StoryOverride;
import org.storywire.news.Verdict;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.Overrides;

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

  /** Runs the corpus, to which no editor objects, and writes the results. */
  public List<String> run(List<Path> in, Path out, PrintStream progress) throws IOException {
    return run(in, List.of(), out, progress);
  }

  /**
   * Runs the corpus and writes the results.
   *
   * @param in files and directories
   * @param overrides what editors decided, each carried out after the articles received until then
   * @param out directory for the results
   * @param progress where the progress bar goes
   * @return closing lines
   * @throws IllegalStateException if the processor stops, nothing moves for too long, or the JVM is
   *     told to stop
   */
  public List<String> run(
      List<Path> in, List<StoryOverride> overrides, Path out, PrintStream progress)
      throws IOException {
    try (Recording recording = new Recording(out)) {
      Duration taken = feed(in, overrides, recording, progress);
      String digest = recording.write(taken);
      double seconds = taken.toMillis() / 1000.0;
      return List.of(
          String.format(
              Locale.ROOT,
              "%d articles, %d pages that are none, %d stories, %d dead letters in %.1f s: %.0f"
                  + " articles/s",
              recording.tally().articles(),
              recording.tally().articles(Verdict.NOT_ARTICLE),
              recording.tally().stories(),
              recording.tally().deadLetters(),
              seconds,
              recording.rate(seconds)),
          "digest " + digest);
    }
  }

  private Duration feed(
      List<Path> in, List<StoryOverride> overrides, Recording recording, PrintStream progress) {
    Conservation conservation = new Conservation();
    try (StopSignal stop = StopSignal.install();
        Arrivals arrivals = Arrivals.read(in);
        LocalPipeline pipeline = LocalPipeline.start(processors, threads, settings);
        ResultReader results =
            ResultReader.open(pipeline.bootstrapServers(), Fan.of(conservation, recording))) {
      ProgressBar bar = new ProgressBar(progress, Terminal.current(), "replayed", arrivals.size());
      pipeline.awaitRunning(stop);
      long begin = System.nanoTime();
      Consumer<Stream<Delivery>> run =
          some -> {
            FeedRun.End end =
                new FeedRun(some, 0, patience)
                    .run(pipeline, results, conservation, recording, bar::show, stop);
            if (end == FeedRun.End.STOPPED) {
              throw new IllegalStateException("stopped before the end, no results were written");
            }
          };
      try (Stream<Delivery> all = arrivals.stream()) {
        Turns turns = new Turns(all.iterator());
        send(overrides, pipeline, recording, turns, run);
        run.accept(turns.rest());
      }
      bar.hide();
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  /** Each is carried out before what follows arrives, so that the result is the same every time. */
  private static void send(
      List<StoryOverride> overrides,
      LocalPipeline pipeline,
      Recording recording,
      Turns turns,
      Consumer<Stream<Delivery>> run) {
    if (overrides.isEmpty()) {
      return;
    }
    Cluster cluster = Cluster.of(pipeline.bootstrapServers());
    try (Producer<String, StoryOverride> producer = Overrides.producer(cluster)) {
      for (StoryOverride override : overrides) {
        run.accept(turns.until(override.getAt()));
        recording.override(override);
        Overrides.send(producer, override);
        run.accept(Stream.of());
      }
    }
  }
}
