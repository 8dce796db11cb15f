package org.storywire.schemas;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/**
 * Whether a cluster can be reached at all. Kafka's clients try for minutes and warn several times a
 * second; a command asks here first, and ends with one line.
 */
public final class BrokerCheck {

  private static final int CONNECT_MILLIS = 1_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private BrokerCheck() {}

  /**
   * Returns when one of the brokers accepts a connection.
   *
   * @param bootstrapServers {@code host:port,…}
   * @param within how long to try; a broker may be starting just now
   * @throws KafkaException if none does
   * @throws IllegalArgumentException if an address is not {@code host:port}
   */
  public static void requireAnswer(String bootstrapServers, Duration within) {
    List<String> servers = addresses(bootstrapServers);
    long deadline = System.nanoTime() + within.toNanos();
    IOException problem = null;
    do {
      for (String server : servers) {
        try {
          connect(server);
          return;
        } catch (IOException e) {
          problem = e;
        }
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    } while (System.nanoTime() - deadline < 0 && !Thread.currentThread().isInterrupted());
    throw new KafkaException(
        "no broker answers at "
            + bootstrapServers
            + " ("
            + why(problem)
            + "); start one, for example by: storywire broker, or set bootstrap.servers");
  }

  private static List<String> addresses(String bootstrapServers) {
    List<String> servers = new ArrayList<>();
    for (String server : bootstrapServers.split(",", -1)) {
      if (!server.isBlank()) {
        servers.add(server.strip());
      }
    }
    if (servers.isEmpty() || servers.stream().anyMatch(server -> !isAddress(server))) {
      throw new IllegalArgumentException(
          "illegal bootstrap.servers: " + bootstrapServers + ", must be host:port,…");
    }
    return servers;
  }

  private static boolean isAddress(String server) {
    Integer port = Utils.getHost(server) == null ? null : Utils.getPort(server);
    return port != null && port > 0 && port <= 65_535;
  }

  private static void connect(String server) throws IOException {
    InetSocketAddress address = new InetSocketAddress(Utils.getHost(server), Utils.getPort(server));
    if (address.isUnresolved()) {
      throw new IOException("unknown host " + Utils.getHost(server));
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
    }
  }

  private static String why(IOException problem) {
    return problem == null || problem.getMessage() == null
        ? "no connection"
        : problem.getMessage().toLowerCase(Locale.ROOT);
  }
}
