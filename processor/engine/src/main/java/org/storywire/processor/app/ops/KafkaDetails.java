package org.storywire.processor.app.ops;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** All that Kafka keeps, by thread, task, client and broker: a megabyte, collected if asked for. */
final class KafkaDetails implements AutoCloseable {

  private record Bound(KafkaStreamsMetrics metrics, PrometheusMeterRegistry registry) {}

  private final KafkaStreams streams;
  private Optional<Bound> bound = Optional.empty();

  KafkaDetails(KafkaStreams streams) {
    this.streams = streams;
  }

  /** In Prometheus's text format. */
  synchronized String scrape() {
    if (bound.isEmpty()) {
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
      metrics.bindTo(registry);
      bound = Optional.of(new Bound(metrics, registry));
    }
    return bound.get().registry.scrape();
  }

  @Override
  public synchronized void close() {
    bound.ifPresent(
        it -> {
          it.metrics.close();
          it.registry.close();
        });
    bound = Optional.empty();
  }
}
