package org.storywire.ingest.sources;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storywire ingest feeds}: reads the live sources of a cluster until it is told to stop. */
@Command(
    name = "feeds",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Read the live sources of a cluster until Ctrl-C; several instances share them.",
      "storywire sources says which sources there are."
    },
    footer = {
      "",
      "Keys beside those of ingest: fetch.contact (required), fetch.allow-local for hosts and",
      "networks outside the public internet, fetch.host-interval (PT1S), fetch.timeout (PT30S),",
      "fetch.max-bytes, fetch.max-unpacked-bytes."
    })
public final class IngestFeedsCommand implements Callable<Integer> {

  private static final long END_WITHIN_SECONDS = 30;

  @Mixin private final FeedsOptions options;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "" + FeedsConfig.WORKERS,
      description = "Sources that are asked at a time. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Answer /metrics for Prometheus and /live on this port of loopback.")
  private Integer metricsPort;

  /**
   * The command.
   *
   * @param environment environment variables by name
   * @param otherKeys whether a key of the properties file belongs to another feature
   */
  public IngestFeedsCommand(Map<String, String> environment, Predicate<String> otherKeys) {
    this.options = new FeedsOptions(environment, otherKeys);
  }

  @Override
  public Integer call() {
    FeedsConfig usual = FeedsConfig.of(options.ingest(), options.fetch().withContact());
    FeedsConfig config = new FeedsConfig(usual.ingest(), usual.fetch(), usual.policy(), workers);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, ended), "storywire-stop"));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    FeedsReader.Watcher watcher =
        metricsPort == null ? FeedsReader.Watcher.NONE : new SourceMetrics(registry)::show;
    try (MetricsServer metrics =
            metricsPort == null ? null : MetricsServer.start(metricsPort, registry);
        FeedsReader reader = FeedsReader.open(config, Clock.systemUTC(), watcher)) {
      reader.run(() -> stop.getCount() == 0);
    } finally {
      ended.countDown();
    }
    return 0;
  }

  /** Ctrl-C: the JVM's end waits for the reader's. */
  private static void end(CountDownLatch stop, CountDownLatch ended) {
    stop.countDown();
    try {
      var unused = ended.await(END_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
