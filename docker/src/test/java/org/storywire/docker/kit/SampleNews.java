package org.storywire.docker.kit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.storywire.docker.demo.SampleCorpus;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.FeedObserver;
import org.storywire.docker.pipeline.FeedRun;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.ingest.Delivery;
import org.storywire.schemas.TopicRecords;

/**
 * A broker inside the test's JVM whose topics hold what the real pipeline made of the sample
 * corpus. It starts once for a class and takes some seconds.
 *
 * <pre>
 * class MyConsumerTest {
 *   &#64;RegisterExtension static final SampleNews NEWS = new SampleNews();
 *
 *   &#64;Test
 *   void shouldAlertWhenAStoryOpens() {
 *     MyConsumer consumer = new MyConsumer(NEWS.bootstrapServers());
 *     …
 *   }
 * }
 * </pre>
 */
public final class SampleNews implements BeforeAllCallback, AfterAllCallback {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private Optional<LocalPipeline> pipeline = Optional.empty();

  /** Nothing runs before the first test. */
  public SampleNews() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    List<Delivery> corpus = SampleCorpus.read(Arrivals::of);
    LocalPipeline running = LocalPipeline.start(LocalProcessor::new, 2, Map.of());
    pipeline = Optional.of(running);
    Conservation conservation = new Conservation();
    try (StopSignal stop = StopSignal.install();
        ResultReader results = ResultReader.open(running.bootstrapServers(), conservation)) {
      running.awaitRunning(stop);
      new FeedRun(corpus.stream(), 0, PATIENCE)
          .run(running, results, conservation, FeedObserver.NONE, ended -> {}, stop);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    pipeline.ifPresent(LocalPipeline::close);
  }

  /** The broker, for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return pipeline
        .orElseThrow(() -> new IllegalStateException("the broker runs only during a test class"))
        .bootstrapServers();
  }

  /** Schema of a topic's values; they are in Avro single-object encoding. */
  public Schema schema(String topic) {
    return TopicRecords.schema(topic)
        .orElseThrow(() -> new IllegalArgumentException("no schema for topic " + topic));
  }

  /** What was to be expected of each article. */
  public List<ExpectedArticle> expected() {
    return ExpectedArticle.all();
  }
}
