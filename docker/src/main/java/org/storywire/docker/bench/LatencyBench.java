package org.storywire.docker.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.storywire.docker.demo.Latencies;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.Fan;
import org.storywire.docker.pipeline.FeedObserver;
import org.storywire.docker.pipeline.FeedRun;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.PipelineOptions;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.terminal.Logging;
import org.storywire.ingest.Delivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Time from handing an article to the producer until its story update was read by a consumer of
 * committed records, at a steady rate, broker and processor in this process. The first articles are
 * fed as fast as they are taken and warm everything up.
 */
@Command(
    name = "latency",
    description = "Time from an article to its committed story update, at a steady rate.")
public final class LatencyBench implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;

  @Mixin private CorpusOption corpusOption;

  @Option(
      names = "--rate",
      defaultValue = "100",
      paramLabel = "N",
      description = "Articles a second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--warm",
      defaultValue = "2000",
      paramLabel = "N",
      description =
          "Articles before the measured ones, without a rate (default: ${DEFAULT-VALUE}).")
  private int warm;

  @Option(
      names = "--limit",
      defaultValue = "3000",
      paramLabel = "N",
      description = "Measured articles (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private PipelineOptions options;

  @Override
  public Integer call() {
    Logging.tellTroubleOnly();
    List<Delivery> all = corpusOption.read();
    List<Delivery> first = all.subList(0, Math.min(warm, all.size()));
    List<Delivery> measured = all.subList(first.size(), Math.min(warm + limit, all.size()));
    Conservation conservation = new Conservation();
    Latencies latencies = new Latencies(System::nanoTime);
    try (StopSignal stop = StopSignal.install();
        LocalPipeline pipeline =
            LocalPipeline.start(LocalProcessor::new, options.threads(), options.settings());
        ResultReader results =
            ResultReader.open(pipeline.bootstrapServers(), Fan.of(conservation, latencies))) {
      pipeline.awaitRunning(stop);
      new FeedRun(first.stream(), 0, PATIENCE)
          .run(pipeline, results, conservation, FeedObserver.NONE, ended -> {}, stop);
      long begin = System.nanoTime();
      new FeedRun(measured.stream(), rate, PATIENCE)
          .run(pipeline, results, conservation, latencies, ended -> {}, stop);
      print(measured.size(), measured.size() * 1e9 / (System.nanoTime() - begin), latencies);
    }
    return 0;
  }

  private void print(int articles, double reached, Latencies latencies) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d articles at %.0f/s (%.0f/s asked for): p50 %d ms, p99 %d ms%n",
        articles,
        reached,
        rate,
        millis(latencies, 50),
        millis(latencies, 99));
    out.flush();
  }

  private static long millis(Latencies latencies, int percent) {
    return latencies.percentile(percent).map(Duration::toMillis).orElse(-1L);
  }
}
