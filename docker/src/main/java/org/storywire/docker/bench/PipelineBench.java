package org.storywire.docker.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.storywire.docker.broker.Directories;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.GroupLag;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Setting;
import org.storywire.processor.app.Settings;
import org.storywire.processor.streams.NewsTopology;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDefinitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Articles per second through the production topology, beside a topology that only passes records
 * on: same broker, same records, same guarantee, one after the other in one run.
 */
@Command(
    name = "pipeline",
    description = "Articles/s of the whole pipeline beside a no-op topology, in one run.")
public final class PipelineBench implements Callable<Integer> {

  private static final String PASSED = "bench.passed.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--in",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files and directories, as for replay.")
  private List<Path> in;

  @Option(
      names = "--partitions",
      defaultValue = "4",
      description = "Partitions of the raw topic (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Stream threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Delivery> deliveries = Arrivals.of(in);
    try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
      createTopics(broker.bootstrapServers());
      feed(broker.bootstrapServers(), deliveries);
      double passed = rate(broker, "bench-no-op", false, deliveries.size());
      print(out, "no-op topology", passed);
      double judged = rate(broker, "bench-storywire", true, deliveries.size());
      print(out, "storywire", judged);
      out.printf(Locale.ROOT, "%-16s %8.3f%n", "ratio", judged / passed);
      out.flush();
    }
    return 0;
  }

  private static void print(PrintWriter out, String what, double rate) {
    out.printf(Locale.ROOT, "%-16s %8.0f articles/s%n", what, rate);
    out.flush();
  }

  private void createTopics(String bootstrapServers) {
    List<TopicDefinition> topics =
        TopicDefinitions.unexpiring(1).stream()
            .map(
                topic ->
                    topic.withPartitions(
                        topic.name().equals(NewsTopics.RAW_ARTICLES) ? partitions : 1))
            .toList();
    TopicDefinition raw = topics.get(0);
    TopicDefinition passed =
        new TopicDefinition(PASSED, partitions, raw.replication(), raw.configs());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      new TopicAdmin(admin).ensure(topics);
      new TopicAdmin(admin).ensure(List.of(passed));
    }
  }

  private static void feed(String bootstrapServers, List<Delivery> deliveries) {
    IngestConfig config =
        IngestConfig.from(Map.of(IngestConfig.BOOTSTRAP_SERVER, bootstrapServers));
    try (RawArticleProducer producer = RawArticleProducer.open(config, SendObserver.NONE)) {
      deliveries.forEach(producer::send);
      producer.flush();
    }
  }

  private double rate(EmbeddedBroker broker, String application, boolean whole, int articles) {
    Path state = Directories.temporary("bench-state");
    Settings settings =
        Settings.of(
            Map.of(
                Setting.BOOTSTRAP_SERVERS.key(), broker.bootstrapServers(),
                Setting.APPLICATION_ID.key(), application,
                Setting.STATE_DIR.key(), state.toString(),
                Setting.STREAMS_THREADS.key(), Integer.toString(threads),
                Setting.EDITION_PARTITIONS.key(), "1"));
    Properties properties = ProcessorProperties.of(settings);
    Topology topology =
        whole
            ? NewsTopology.build(ProcessorProperties.topology(settings), properties)
            : passThrough(properties);
    try (KafkaStreams streams = new KafkaStreams(topology, properties);
        GroupLag lag = new GroupLag(broker.bootstrapServers(), application)) {
      streams.start();
      await("the application to run", () -> streams.state() == KafkaStreams.State.RUNNING);
      long begin = System.nanoTime();
      await("every article to be processed", () -> lag.records() == 0);
      return articles / ((System.nanoTime() - begin) / 1e9);
    } finally {
      Directories.delete(state);
    }
  }

  private static Topology passThrough(Properties properties) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
    builder.stream(
            NewsTopics.RAW_ARTICLES,
            Consumed.with(Serdes.String(), NewsSerdes.rawArticle()).withName("raw"))
        .to(PASSED, Produced.with(Serdes.String(), NewsSerdes.rawArticle()).withName("passed"));
    return builder.build(properties);
  }

  /** A condition that comes true. */
  private interface Condition {
    boolean holds();
  }

  private static void await(String what, Condition condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("waited " + PATIENCE + " in vain for " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
