package org.storywire.docker.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.storywire.docker.demo.SampleCorpus;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.processor.monitor.Monitor;
import org.storywire.processor.monitor.MonitorConfig;

/** What {@code demo --keep} runs, fed step by step: broker, topologies, monitor. */
final class LiveDemo implements AutoCloseable {

  private final LocalPipeline pipeline = LocalPipeline.start(LocalProcessor::new, 2, Map.of());
  private Monitor monitor = monitor(0);
  private final int port = monitor.port();

  private Monitor monitor(int port) {
    Monitor started = new Monitor(MonitorConfig.of(pipeline.bootstrapServers()).withPort(port));
    started.start();
    return started;
  }

  void stopMonitor() {
    monitor.close();
  }

  /** Another monitor, which knows nothing of the one that was stopped, at the same address. */
  void startMonitor() {
    monitor = monitor(port);
  }

  String address() {
    return monitor.address().replaceFirst("/$", "");
  }

  void feedSampleCorpus() {
    feed(SampleCorpus.read(Arrivals::of));
  }

  void feed(Path file) {
    feed(Arrivals.of(List.of(file)));
  }

  /** Returns when the broker has the articles. */
  private void feed(List<Delivery> deliveries) {
    IngestConfig config =
        IngestConfig.from(Map.of(IngestConfig.BOOTSTRAP_SERVER, pipeline.bootstrapServers()));
    try (RawArticleProducer producer = RawArticleProducer.open(config, new SendObserver() {})) {
      deliveries.forEach(producer::send);
      producer.flush();
    }
    pipeline.requireHealth();
  }

  @Override
  public void close() {
    monitor.close();
    pipeline.close();
  }
}
