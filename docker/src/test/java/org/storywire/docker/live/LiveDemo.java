package org.storywire.docker.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storywire.docker.demo.SampleCorpus;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.processor.monitor.Browser;
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

  /** Opens the page of a story: the one of this headline among those that a search finds. */
  void showStory(Browser page, String search, String headline) {
    page.open(address() + "/search?q=" + search);
    page.open(address() + "/story/" + page.storyOf(headline));
  }

  void feedSampleCorpus() {
    feed(SampleCorpus.read(Arrivals::of));
  }

  /** Articles of the sample corpus whose ids begin so. */
  void feedSample(String... ids) throws IOException {
    Path sample = Path.of("src/main/resources/sample-corpus/articles.jsonl");
    feed(
        Files.readAllLines(sample).stream()
            .filter(line -> Stream.of(ids).anyMatch(id -> line.startsWith("{\"id\": \"" + id)))
            .collect(Collectors.joining("\n")));
  }

  /** Articles as lines of JSON. */
  void feed(String lines) throws IOException {
    Path file = Files.createTempFile("live", ".jsonl");
    try {
      feed(Arrivals.of(List.of(Files.writeString(file, lines))));
    } finally {
      Files.delete(file);
    }
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
