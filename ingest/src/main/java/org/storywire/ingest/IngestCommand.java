package org.storywire.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.storywire.schemas.BrokerCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Feeds files, directories or standard input into Kafka. Settings count in this order: flags,
 * environment, properties file, defaults.
 */
@Command(
    name = "ingest",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Feed articles from files, directories or standard input into Kafka.",
    footer = {
      "",
      "Settings: a flag wins over the environment (INGEST_RATE for ingest.rate), which wins over",
      "the properties file. Keys: bootstrap.servers or ingest.bootstrap-server, ingest.rate,",
      "ingest.raw-articles-topic, ingest.dead-letters-topic, schema.registry.url,",
      "schema.registry.user-info, kafka.config for a file of Kafka client properties, and kafka.*",
      "for any one of them."
    })
public final class IngestCommand implements Callable<Integer> {

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Map<String, String> environment;
  private final Predicate<String> otherKeys;
  private final Function<IngestConfig, RawArticleProducer> producers;
  private final InputStream standardInput;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = {
        "Files or directories. .txt and .html are one page each; .jsonl, .json and .ndjson hold"
            + " one",
        "article a line; .json and .xml may be agency items (ninjs, NewsML-G2, NITF), .warc and"
            + " .arc",
        "are web archives. All may be compressed (.gz). A manifest.tsv describes the pages beside"
            + " it.",
        "- is standard input."
      })
  private List<Path> places = List.of();

  @Option(
      names = {"-b", "--bootstrap-server"},
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to. Default: localhost:9092.")
  private String bootstrapServer;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Articles a second at most. Default: 0, no limit.")
  private String rate;

  @Option(
      names = "--watch",
      description = {
        "Go on until Ctrl-C: feed files as they come into the one directory PATH, or change there.",
        "What was fed stands in its file " + WatchedFiles.MEMORY + "."
      })
  private boolean watch;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Properties file.")
  private Path file;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "A setting; wins over environment and file. May be repeated.")
  private Map<String, String> single = new LinkedHashMap<>();

  /** The command by itself: a properties file may hold keys of ingest only. */
  public IngestCommand() {
    this(System.getenv(), key -> false);
  }

  /**
   * The command as one of several that share a properties file.
   *
   * @param environment environment variables by name
   * @param otherKeys whether a key of the properties file belongs to another feature
   */
  public IngestCommand(Map<String, String> environment, Predicate<String> otherKeys) {
    this(environment, otherKeys, IngestCommand::open, System.in);
  }

  IngestCommand(
      Map<String, String> environment,
      Predicate<String> otherKeys,
      Function<IngestConfig, RawArticleProducer> producers,
      InputStream standardInput) {
    this.environment = Map.copyOf(environment);
    this.otherKeys = otherKeys;
    this.producers = producers;
    this.standardInput = standardInput;
  }

  private static RawArticleProducer open(IngestConfig config) {
    BrokerCheck.requireAnswer(config.bootstrapServer(), ANSWERED_WITHIN);
    return RawArticleProducer.open(config, SendObserver.NONE);
  }

  @Override
  public Integer call() {
    if (places.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
    }
    try {
      spec.commandLine().getOut().println(feed(IngestConfig.from(settings())));
      return 0;
    } catch (IllegalArgumentException e) {
      return failed(e.getMessage(), spec.exitCodeOnInvalidInput());
    } catch (UncheckedIOException | KafkaException e) {
      return failed(e.getMessage(), 1);
    } catch (NoSuchFileException e) {
      return failed(e.getFile() + " does not exist, expected a file or a directory", 1);
    } catch (IOException e) {
      return failed(e.getClass().getSimpleName() + ": " + e.getMessage(), 1);
    }
  }

  private IngestCounts feed(IngestConfig config) throws IOException {
    Clock clock = Clock.systemUTC();
    if (watch) {
      return watch(config, clock);
    }
    try (ArticleSource source = ArticleSource.open(places, standardInput, clock);
        RawArticleProducer producer = producers.apply(config)) {
      // Standard input may be live: nothing is held back, and the undated are of today.
      boolean live = places.contains(ArticleSource.STANDARD_INPUT);
      Iterator<Delivery> feed = live ? source : new FeedTime(source, clock.instant());
      feed.forEachRemaining(producer::send);
      return producer.flush();
    }
  }

  /** Feeds what comes into a directory; undated articles are of today. */
  private IngestCounts watch(IngestConfig config, Clock clock) throws IOException {
    if (places.size() != 1 || !Files.isDirectory(places.get(0))) {
      throw new IllegalArgumentException(
          "illegal --watch of " + places + ", must be of one directory");
    }
    WatchedFiles files = new WatchedFiles(places.get(0));
    try (RawArticleProducer producer = producers.apply(config)) {
      while (!Thread.currentThread().isInterrupted()) {
        List<InputFile> ready = files.ready();
        if (!ready.isEmpty()) {
          try (ArticleSource source = ArticleSource.of(ready, clock)) {
            source.forEachRemaining(producer::send);
          }
          spec.commandLine().getOut().println(producer.flush());
          files.remember(ready);
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
      return producer.counts();
    }
  }

  private int failed(String reason, int exitCode) {
    spec.commandLine().getErr().println("ingest: " + reason);
    return exitCode;
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = IngestSettings.read(file, environment, Set.of(), otherKeys);
    IngestSettings.requireKnown(single.keySet(), otherKeys, "the command line");
    settings.putAll(single);
    if (bootstrapServer != null) {
      settings.put(IngestConfig.BOOTSTRAP_SERVER, bootstrapServer);
    }
    if (rate != null) {
      settings.put(IngestConfig.RATE, rate);
    }
    return settings;
  }
}
