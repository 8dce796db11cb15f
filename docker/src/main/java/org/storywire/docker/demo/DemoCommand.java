package org.storywire.docker.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.Fan;
import org.storywire.docker.pipeline.FeedRun;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.PipelineOptions;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.docker.pipeline.ResultCounts;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.tail.UpdateLine;
import org.storywire.docker.terminal.Logging;
import org.storywire.docker.terminal.ProgressBar;
import org.storywire.docker.terminal.Terminal;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.processor.monitor.Monitor;
import org.storywire.processor.monitor.MonitorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code storywire demo}: everything in one JVM, on the bundled corpus or one's own articles. */
@Command(
    name = "demo",
    description = {
      "Show stories unfold: the bundled sample corpus, or articles of your own.",
      "Starts a broker and the processor in this process, feeds them, and prints one line for each",
      "story update.",
      "Nothing is kept."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration WAIT = Duration.ofMillis(200);

  private final ProcessorFactory processors;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = {
        "Files or directories of articles, as for ingest; they arrive in the order of their dates.",
        "Default: the bundled sample corpus."
      })
  private List<Path> places = List.of();

  @Option(
      names = "--feeds",
      arity = "1..*",
      paramLabel = "ADDRESS|FILE",
      description = {
        "Read live feeds instead until Ctrl-C, with the live view in a browser: addresses of feeds",
        "or of pages that name them, or files of OPML. -s fetch.contact=ADDRESS tells publishers",
        "how to reach you."
      })
  private List<String> feeds = List.of();

  @Option(
      names = "--keep",
      description = "Stay up after the feed until Ctrl-C, with the live view in a browser.")
  private boolean keep;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of the live view with --keep; 0 for any. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Articles a second at most. Default: no limit.")
  private double rate;

  @Mixin private PipelineOptions options;

  /** A demo of one kind of processor. */
  public DemoCommand(ProcessorFactory processors) {
    this.processors = processors;
  }

  @Override
  public Integer call() {
    Logging.tellTroubleOnly();
    Terminal terminal = Terminal.current();
    PrintWriter out = spec.commandLine().getOut();
    if (!feeds.isEmpty()) {
      keep = true;
      return live(terminal, out);
    }
    CompletableFuture<List<Delivery>> reading =
        CompletableFuture.supplyAsync(
            () -> places.isEmpty() ? SampleCorpus.read(Arrivals::of) : Arrivals.of(places));
    try (StopSignal stop = StopSignal.install();
        LocalPipeline pipeline =
            LocalPipeline.start(processors, options.threads(), options.settings())) {
      Optional<Monitor> monitor = monitor(pipeline, out);
      List<Delivery> deliveries = deliveries(reading);
      Conservation conservation = new Conservation();
      ResultCounts tally = new ResultCounts();
      Latencies latencies = new Latencies(System::nanoTime);
      ProgressBar bar = new ProgressBar(System.err, terminal, "fed", deliveries.size());
      Display display = new Display(out, new UpdateLine(terminal), bar);
      Fan listeners = Fan.of(conservation, tally, latencies, display);
      try (ResultReader results = ResultReader.open(pipeline.bootstrapServers(), listeners)) {
        pipeline.awaitRunning(stop);
        long begin = System.nanoTime();
        FeedRun.End end =
            new FeedRun(deliveries.stream(), rate, PATIENCE)
                .run(pipeline, results, conservation, latencies, bar::show, stop);
        Duration feeding = Duration.ofNanos(System.nanoTime() - begin);
        bar.hide();
        if (end == FeedRun.End.COMPLETE) {
          out.println();
          Summary.of(tally, latencies, display.firstUpdate(), feeding).forEach(out::println);
          stay(pipeline, results, stop, out);
        }
      } finally {
        monitor.ifPresent(Monitor::close);
      }
    }
    return 0;
  }

  private int live(Terminal terminal, PrintWriter out) {
    Map<Boolean, Map<String, String>> settings =
        options.settings().entrySet().stream()
            .collect(
                Collectors.partitioningBy(
                    setting -> setting.getKey().startsWith("fetch."),
                    Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    LiveDemo demo = LiveDemo.of(feeds, FetchConfig.from(settings.get(true)));
    try (StopSignal stop = StopSignal.install();
        LocalPipeline pipeline =
            LocalPipeline.start(processors, options.threads(), settings.get(false))) {
      Optional<Monitor> monitor = monitor(pipeline, out);
      try {
        pipeline.awaitRunning(stop);
        demo.run(pipeline, stop, terminal, out);
      } finally {
        monitor.ifPresent(Monitor::close);
      }
    }
    return 0;
  }

  /** The live view, where the demo stays up long enough to look at it. */
  private Optional<Monitor> monitor(LocalPipeline pipeline, PrintWriter out) {
    if (!keep) {
      return Optional.empty();
    }
    Monitor monitor = new Monitor(MonitorConfig.of(pipeline.bootstrapServers()).withPort(port));
    monitor.start();
    out.println("live view at " + monitor.address());
    out.flush();
    return Optional.of(monitor);
  }

  private void stay(
      LocalPipeline pipeline, ResultReader results, StopSignal stop, PrintWriter out) {
    if (keep) {
      out.println("broker at " + pipeline.bootstrapServers() + ", Ctrl-C ends");
    }
    out.flush();
    while (keep && !stop.requested()) {
      results.poll(WAIT);
      pipeline.requireHealth();
    }
  }

  private static List<Delivery> deliveries(CompletableFuture<List<Delivery>> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
