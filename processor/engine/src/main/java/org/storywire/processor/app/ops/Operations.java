package org.storywire.processor.app.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.processor.app.Build;
import org.storywire.processor.streams.ProcessingObserver;

/**
 * Health and metrics of one instance. {@link #observer()} goes into the topology, {@link #watch}
 * takes the client before it starts; the port is open from then to {@link #close()}.
 */
public final class Operations implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RestoreProgress restore = new RestoreProgress();
  private final PipelineMetrics metrics = new PipelineMetrics(registry, Clock.systemUTC());
  private final List<AutoCloseable> open = new ArrayList<>();
  private Optional<OpsServer> server = Optional.empty();

  /** Who counts what the topology does. */
  public ProcessingObserver observer() {
    return metrics;
  }

  /**
   * Ties a client that was not started yet to the meters, and opens the port.
   *
   * @param port 0 for none
   * @param alsoNotReady a further reason not to be ready; empty while there is none
   */
  public void watch(
      KafkaStreams streams,
      Topology topology,
      String host,
      int port,
      Supplier<Optional<String>> alsoNotReady) {
    streams.setGlobalStateRestoreListener(restore);
    if (port == 0) {
      return;
    }
    bind();
    KafkaFigures kafka = new KafkaFigures(registry, () -> streams.metrics().values());
    KafkaDetails details = new KafkaDetails(streams);
    open.add(details);
    OpsServer.Pages pages =
        new OpsServer.Pages(
            () -> Readiness.whyDead(streams.state()),
            () -> alsoNotReady.get().or(() -> whyNotReady(streams)),
            () -> topology.describe().toString(),
            () -> {
              kafka.refresh();
              return registry.scrape();
            },
            details::scrape);
    serve(new OpsServer(host, port, pages));
  }

  private void serve(OpsServer serving) {
    serving.start();
    server = Optional.of(serving);
    LOG.info("operations at port={}", serving.port());
  }

  private void bind() {
    Gauge.builder("storywire.restore.remaining", restore::remaining)
        .description("Records of state still to be restored from changelogs")
        .register(registry);
    Build build = Build.current();
    Gauge.builder("storywire.build.info", () -> 1)
        .description("What runs")
        .tag("version", build.version())
        .tag("commit", build.commit())
        .tag("kafka", build.kafka())
        .tag("java", build.java())
        .register(registry);
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(registry);
    open.add(collections);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  private Optional<String> whyNotReady(KafkaStreams streams) {
    KafkaStreams.State state = streams.state();
    return Readiness.whyNotReady(
        state,
        state == KafkaStreams.State.RUNNING ? streams.metadataForLocalThreads() : List.of(),
        restore.partitions(),
        restore.remaining());
  }

  @Override
  public void close() {
    server.ifPresent(OpsServer::close);
    for (AutoCloseable part : open) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("unable to close {}", part.getClass().getSimpleName(), e);
      }
    }
    registry.close();
  }
}
