package org.storywire.ingest.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.IngestSettings;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.schemas.BrokerCheck;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of commands that work with live sources. */
final class FeedsOptions {

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);

  private final Map<String, String> environment;
  private final Predicate<String> otherKeys;

  @Option(
      scope = ScopeType.INHERIT,
      names = {"-b", "--bootstrap-server"},
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to. Default: localhost:9092.")
  private String bootstrapServer;

  @Option(
      scope = ScopeType.INHERIT,
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "Mail address or page where publishers reach you (fetch.contact).")
  private String contact;

  @Option(
      scope = ScopeType.INHERIT,
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Any setting. May be repeated.")
  private Map<String, String> single = new LinkedHashMap<>();

  @Option(
      scope = ScopeType.INHERIT,
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Properties file.")
  private Path file;

  FeedsOptions(Map<String, String> environment, Predicate<String> otherKeys) {
    this.environment = Map.copyOf(environment);
    this.otherKeys = otherKeys;
  }

  /**
   * Where Kafka is.
   *
   * @throws org.apache.kafka.common.KafkaException if no broker answers
   */
  IngestConfig ingest() {
    IngestConfig config = IngestConfig.from(settings());
    BrokerCheck.requireAnswer(config.bootstrapServer(), ANSWERED_WITHIN);
    return config;
  }

  FetchConfig fetch() {
    return FetchConfig.from(settings());
  }

  private Map<String, String> settings() {
    try {
      Map<String, String> settings =
          new TreeMap<>(IngestSettings.read(file, environment, FetchConfig.KEYS, otherKeys));
      IngestSettings.requireKnown(single.keySet(), otherKeys, "the command line");
      settings.putAll(single);
      if (bootstrapServer != null) {
        settings.put(IngestConfig.BOOTSTRAP_SERVER, bootstrapServer);
      }
      if (contact != null) {
        settings.put(FetchConfig.CONTACT, contact);
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + file + ": " + e.getMessage(), e);
    }
  }
}
