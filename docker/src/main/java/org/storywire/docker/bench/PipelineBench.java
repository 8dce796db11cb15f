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
import java.util.function.BooleanSupplier;
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
import org.storywire.docker.pipeline.GroupLag;
import org.storywire.docker.terminal.Logging;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.processor.app.ProcessorApp;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Setting;
import org.storywire.processor.app.Settings;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDefinitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Speed and processor time of the production processor, beside a topology that only passes records
 * on: same broker, same records, same guarantee, in turn, pass after pass until both are warm.
 * While one works the other is paused.
 */
@Command(
    name = "pipeline",
    description = {
      "Articles/s and processor time an article, beside a no-op topology on the same articles.",
      "The broker is a process of its own. Each pass takes the articles with other words left out;",
      "the last one, when the compiler has done its work, is the result."
    })
public final class PipelineBench implements Callable<Integer> {

  private static final String PASSED = "bench.passed.v1";
  private static final String NO_OP = "bench-no-op";
  private static final String STORYWIRE = "bench-storywire";
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final long LOOK_AGAIN_NANOS = 100_000_000;

  /** Looks at which nothing is left until all is done: what waits for its turn may still come. */
  private static final int QUIET_LOOKS = 5;

  @Spec private CommandSpec spec;

  @Mixin private CorpusOption corpusOption;

  @Option(
      names = "--limit",
      defaultValue = "5000",
      paramLabel = "N",
      description = "Articles a pass, the first to arrive (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--passes",
      defaultValue = "4",
      paramLabel = "N",
      description = "Passes over the articles (default: ${DEFAULT-VALUE}).")
  private int passes;

  @Option(
      names = "--partitions",
      defaultValue = "4",
      paramLabel = "N",
      description = "Partitions of the raw topic (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--threads",
      defaultValue = "2",
      paramLabel = "N",
      description = "Stream threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() {
    Logging.tellTroubleOnly();
    PrintWriter out = spec.commandLine().getOut();
    List<Delivery> all = corpusOption.read();
    List<Delivery> corpus = List.copyOf(all.subList(0, Math.min(limit, all.size())));
    Path state = Directories.temporary("bench-state");
    try (BrokerProcess broker = BrokerProcess.start()) {
      createTopics(broker.bootstrapServers());
      Settings noOpSettings = settings(broker, NO_OP, state);
      Properties properties = ProcessorProperties.of(noOpSettings);
      try (KafkaStreams noOp = new KafkaStreams(passThrough(properties), properties);
          ProcessorApp app = new ProcessorApp(settings(broker, STORYWIRE, state))) {
        noOp.start();
        app.start();
        await("both applications", () -> running(noOp) && running(app.streams()));
        noOp.pause();
        app.streams().pause();
        out.println(text(corpus));
        out.println(Usage.header());
        for (Repetition pass : Repetition.of(corpus, passes)) {
          feed(broker.bootstrapServers(), corpus, pass);
          Usage passed = measure(broker, noOp, NO_OP);
          Usage judged = measure(broker, app.streams(), STORYWIRE);
          out.println(passed.row("no-op, pass " + (pass.number() + 1), corpus.size()));
          out.println(judged.row("storywire, pass " + (pass.number() + 1), corpus.size()));
          out.printf(
              Locale.ROOT,
              "%-18s %11.3f %13.1f%n",
              "ratio",
              (double) passed.wall() / judged.wall(),
              (double) judged.processor() / passed.processor());
          out.flush();
        }
      }
    } finally {
      Directories.delete(state);
    }
    return 0;
  }

  private static String text(List<Delivery> corpus) {
    double length =
        corpus.stream()
            .filter(Delivery.Found.class::isInstance)
            .mapToInt(delivery -> ((Delivery.Found) delivery).article().getBody().length())
            .average()
            .orElse(0);
    return String.format(
        Locale.ROOT, "%d articles a pass, %.0f characters on average", corpus.size(), length);
  }

  private static boolean running(KafkaStreams streams) {
    return streams.state() == KafkaStreams.State.RUNNING;
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

  private static void feed(String bootstrapServers, List<Delivery> corpus, Repetition pass) {
    IngestConfig config =
        IngestConfig.from(Map.of(IngestConfig.BOOTSTRAP_SERVER, bootstrapServers));
    try (RawArticleProducer producer = RawArticleProducer.open(config, SendObserver.NONE)) {
      corpus.forEach(delivery -> producer.send(pass.of(delivery)));
      producer.flush();
    }
  }

  private Settings settings(BrokerProcess broker, String application, Path state) {
    return Settings.of(
        Map.of(
            Setting.BOOTSTRAP_SERVERS.key(),
            broker.bootstrapServers(),
            Setting.APPLICATION_ID.key(),
            application,
            Setting.STATE_DIR.key(),
            state.toString(),
            Setting.STREAMS_THREADS.key(),
            Integer.toString(threads),
            Setting.EDITION_PARTITIONS.key(),
            "1",
            // As in a local run: batches that overtake the first one of a transaction are refused.
            "kafka.producer.max.in.flight.requests.per.connection",
            "1"));
  }

  /** Lets an application work until nothing is left. */
  private static Usage measure(BrokerProcess broker, KafkaStreams streams, String application) {
    try (GroupLag lag = new GroupLag(broker.bootstrapServers(), application)) {
      Usage begin = Usage.now(broker);
      streams.resume();
      Usage end = begin;
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      for (int quiet = 0; quiet < QUIET_LOOKS; ) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        if (lag.records() > 0) {
          quiet = 0;
        } else if (quiet++ == 0) {
          end = Usage.now(broker);
        }
        require(deadline, "every article to be processed");
      }
      streams.pause();
      return end.since(begin);
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

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      require(deadline, what);
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static void require(long deadline, String what) {
    if (System.nanoTime() - deadline > 0) {
      throw new IllegalStateException("waited " + PATIENCE + " in vain for " + what);
    }
  }
}
