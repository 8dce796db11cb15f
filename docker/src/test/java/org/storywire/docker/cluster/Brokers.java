package org.storywire.docker.cluster;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Brokers that are their own controllers. Each has two listeners: one for the containers beside it,
 * under its name, and one for this JVM, on a loopback port that stays the same when it is
 * restarted.
 */
final class Brokers implements AutoCloseable {

  private static final int HOST_PORT = 9094;
  private static final Duration START_WITHIN = Duration.ofMinutes(2);

  private final List<GenericContainer<?>> containers = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  private Brokers() {}

  /**
   * Starts brokers; returns when all have joined.
   *
   * @param count number of brokers [1, 3]; internal topics have as many replicas
   */
  static Brokers start(Network network, int count) {
    Brokers brokers = new Brokers();
    for (int id = 1; id <= count; id++) {
      int port = freePort();
      brokers.ports.add(port);
      GenericContainer<?> container = container(network, id, count, port);
      brokers.containers.add(container);
    }
    try {
      brokers.containers.parallelStream().forEach(GenericContainer::start);
    } catch (RuntimeException e) {
      brokers.containers.forEach(GenericContainer::stop);
      throw e;
    }
    for (int id = 1; id <= count; id++) {
      brokers.nodes.add(new Node(name(id), brokers.containers.get(id - 1)));
    }
    return brokers;
  }

  private static GenericContainer<?> container(Network network, int id, int count, int port) {
    int replicas = count;
    int inSync = count >= 3 ? 2 : 1;
    String voters =
        IntStream.rangeClosed(1, count)
            .mapToObj(voter -> voter + "@" + name(voter) + ":9093")
            .collect(Collectors.joining(","));
    return new GenericContainer<>(DockerImageName.parse(Images.KAFKA))
        .withNetwork(network)
        .withNetworkAliases(name(id))
        .withCreateContainerCmdModifier(
            create ->
                create
                    .withHostName(name(id))
                    .withExposedPorts(ExposedPort.tcp(HOST_PORT))
                    .getHostConfig()
                    .withPortBindings(
                        new PortBinding(
                            Ports.Binding.bindIpAndPort("127.0.0.1", port),
                            ExposedPort.tcp(HOST_PORT))))
        .withEnv(
            Map.ofEntries(
                Map.entry("CLUSTER_ID", "c3RvcnktY2x1c3Rlci0wMQ"),
                Map.entry("KAFKA_NODE_ID", Integer.toString(id)),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", voters),
                Map.entry("KAFKA_LISTENERS", "NET://:9092,CONTROLLER://:9093,HOST://:" + HOST_PORT),
                Map.entry(
                    "KAFKA_ADVERTISED_LISTENERS",
                    "NET://" + name(id) + ":9092,HOST://localhost:" + port),
                Map.entry(
                    "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                    "NET:PLAINTEXT,CONTROLLER:PLAINTEXT,HOST:PLAINTEXT"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "NET"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                Map.entry("KAFKA_GROUP_STREAMS_MIN_SESSION_TIMEOUT_MS", "10000"),
                Map.entry("KAFKA_GROUP_STREAMS_MIN_HEARTBEAT_INTERVAL_MS", "3000"),
                Map.entry("KAFKA_DEFAULT_REPLICATION_FACTOR", Integer.toString(replicas)),
                Map.entry("KAFKA_MIN_INSYNC_REPLICAS", Integer.toString(inSync)),
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", Integer.toString(replicas)),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "5"),
                Map.entry(
                    "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", Integer.toString(replicas)),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", Integer.toString(inSync)),
                Map.entry("KAFKA_HEAP_OPTS", "-Xmx512m")))
        .waitingFor(
            Wait.forLogMessage(".*Transitioning from RECOVERY to RUNNING.*", 1)
                .withStartupTimeout(START_WITHIN));
  }

  /** The broker with this id [1..]. */
  Node node(int id) {
    return nodes.get(id - 1);
  }

  int count() {
    return nodes.size();
  }

  /** Addresses for this JVM. */
  String bootstrapServers() {
    return ports.stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
  }

  /** Addresses for the containers beside the brokers. */
  String innerBootstrapServers() {
    return IntStream.rangeClosed(1, count())
        .mapToObj(id -> name(id) + ":9092")
        .collect(Collectors.joining(","));
  }

  private static String name(int id) {
    return "broker-" + id;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  @Override
  public void close() {
    containers.parallelStream().forEach(GenericContainer::stop);
  }
}
