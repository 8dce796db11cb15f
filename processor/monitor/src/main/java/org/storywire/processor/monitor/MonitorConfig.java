package org.storywire.processor.monitor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.storywire.schemas.Cluster;

/**
 * What the operator decides about the monitor.
 *
 * @param cluster whose topics are shown
 * @param host address to listen on; loopback unless told otherwise
 * @param port port to listen on [0..65535], 0 for any free one
 * @param tokenFile file whose first line readers must present; empty for no token
 * @param editorsFile file of those who may decide, a name and a token a line; empty for nobody
 * @param webhookFile properties of webhooks, see {@link WebhookConfig}; empty for none
 * @param maxStories stories held in memory [1..]
 * @param maxUpdates updates held in memory, all stories together [1..]
 * @param maxArticles articles whose relations are held in memory [1..]
 * @param maxReaders streams open at once [1..]
 * @param brokerTimeout how long the brokers may be out of reach before the monitor stops
 */
public record MonitorConfig(
    Cluster cluster,
    String host,
    int port,
    Optional<Path> tokenFile,
    Optional<Path> editorsFile,
    Optional<Path> webhookFile,
    int maxStories,
    int maxUpdates,
    int maxArticles,
    int maxReaders,
    Duration brokerTimeout) {

  /** Stories held unless told otherwise. */
  public static final int DEFAULT_MAX_STORIES = 100_000;

  /** Updates held unless told otherwise. */
  public static final int DEFAULT_MAX_UPDATES = 100_000;

  /** Articles held unless told otherwise. */
  public static final int DEFAULT_MAX_ARTICLES = 100_000;

  /** Streams open at once unless told otherwise. */
  public static final int DEFAULT_MAX_READERS = 2_000;

  /** Port listened on unless told otherwise. */
  public static final int DEFAULT_PORT = 8080;

  /** Checks that every value is in its range. */
  public MonitorConfig {
    if (cluster.bootstrapServers().isBlank()) {
      throw new IllegalArgumentException("monitor.bootstrap-servers is empty, expected host:port");
    }
    if (host.isBlank()) {
      throw new IllegalArgumentException("monitor.host is empty, expected an address");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "illegal monitor.port: " + port + ", must be between 0 and 65535");
    }
    atLeastOne("monitor.max-stories", maxStories);
    atLeastOne("monitor.max-updates", maxUpdates);
    atLeastOne("monitor.max-articles", maxArticles);
    atLeastOne("monitor.max-readers", maxReaders);
    if (brokerTimeout.isNegative() || brokerTimeout.isZero()) {
      throw new IllegalArgumentException(
          "illegal monitor.broker-timeout: " + brokerTimeout + ", must be positive");
    }
  }

  /** Defaults for a cluster: loopback, port 8080, no token, no webhooks. */
  public static MonitorConfig of(String bootstrapServers) {
    return new MonitorConfig(
        Cluster.of(bootstrapServers),
        "127.0.0.1",
        DEFAULT_PORT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_MAX_STORIES,
        DEFAULT_MAX_UPDATES,
        DEFAULT_MAX_ARTICLES,
        DEFAULT_MAX_READERS,
        Duration.ofSeconds(60));
  }

  /** The same on another port. */
  public MonitorConfig withPort(int newPort) {
    return new MonitorConfig(
        cluster,
        host,
        newPort,
        tokenFile,
        editorsFile,
        webhookFile,
        maxStories,
        maxUpdates,
        maxArticles,
        maxReaders,
        brokerTimeout);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("illegal " + name + ": " + value + ", must be at least 1");
    }
  }
}
