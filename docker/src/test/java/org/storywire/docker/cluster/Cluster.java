package org.storywire.docker.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.storywire.docker.Await;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDefinitions;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Brokers with storywire's topics, and as many instances of the processor's image as a test starts.
 *
 * <p>Topics have one partition each, so that the order of arrival, and with it every result, is the
 * same in each run; the ordered stage has its usual partitions, which the instances share.
 */
final class Cluster implements AutoCloseable {

  /** Consumer group of the processors. */
  static final String GROUP = "storywire";

  /** Between the stages, one partition an edition. */
  static final String EDITIONS = GROUP + "-edition-repartition";

  private final Network network = Network.newNetwork();
  private final Brokers brokers;
  private final Admin admin;
  private final Owners owners;
  private final int rawPartitions;
  private final List<Node> processors = new ArrayList<>();

  private Cluster(int brokers, int rawPartitions, Owners owners) {
    this.owners = owners;
    this.rawPartitions = rawPartitions;
    this.brokers = Brokers.start(network, brokers);
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
  }

  /** Starts brokers and creates the topics with as many replicas. */
  static Cluster start(int brokers) {
    return start(brokers, 1, Owners.CLASSIC);
  }

  /**
   * The same with more choice.
   *
   * @param rawPartitions of the raw articles; with more than one, sources overtake each other
   * @param owners the rebalance protocol of the processors
   */
  static Cluster start(int brokers, int rawPartitions, Owners owners) {
    Images.requireDocker();
    Cluster cluster = new Cluster(brokers, rawPartitions, owners);
    List<TopicDefinition> topics =
        TopicDefinitions.unexpiring(brokers).stream()
            .map(
                topic ->
                    topic.withPartitions(
                        topic.name().equals(NewsTopics.RAW_ARTICLES) ? rawPartitions : 1))
            .toList();
    new TopicAdmin(cluster.admin).ensure(topics);
    return cluster;
  }

  /**
   * Starts an instance of the processor with an empty state directory; returns at once.
   *
   * @param settings those that differ from the image's, by key
   */
  Node startProcessor(String name, Map<String, String> settings) {
    return startProcessor(name, settings, Map.of());
  }

  /**
   * The same with memory in the place of some directories.
   *
   * @param memory options of the mount by directory
   */
  Node startProcessor(String name, Map<String, String> settings, Map<String, String> memory) {
    GenericContainer<?> container = container(name, settings).withTmpFs(memory);
    container.start();
    Node node = new Node(name, container);
    processors.add(node);
    return node;
  }

  private GenericContainer<?> container(String name, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("topics.replication", Integer.toString(brokers.count()));
    all.putIfAbsent("topics.raw-partitions", Integer.toString(rawPartitions));
    all.putIfAbsent("topics.partitions", "1");
    // Brokers may be in trouble when it starts.
    all.putIfAbsent("start.within", "PT2M");
    if (owners == Owners.CLASSIC) {
      // Sooner than Kafka's 45 s: how long a killed instance holds its partitions.
      all.putIfAbsent("kafka.session.timeout.ms", "10000");
      all.putIfAbsent("kafka.heartbeat.interval.ms", "3000");
    }
    List<String> command =
        new ArrayList<>(List.of("process", "--verbose", "-b", innerBootstrapServers()));
    all.forEach((key, value) -> command.addAll(List.of("-s", key + "=" + value)));
    return new GenericContainer<>(Images.storywire())
        .withNetwork(network)
        .withNetworkAliases(name)
        .withEnv("JAVA_TOOL_OPTIONS", "-Xmx768m -XX:+UseSerialGC")
        .withCommand(command.toArray(String[]::new))
        .waitingFor(Wait.forLogMessage(".*settings .*", 1));
  }

  Brokers brokers() {
    return brokers;
  }

  Admin admin() {
    return admin;
  }

  /** Addresses for this JVM. */
  String bootstrapServers() {
    return brokers.bootstrapServers();
  }

  /** Addresses for the containers. */
  String innerBootstrapServers() {
    return brokers.innerBootstrapServers();
  }

  /** Waits until the group is balanced and the processors have every partition of their inputs. */
  void awaitProcessing(Node... instances) {
    Await.until(
        "the processors to share their inputs",
        () -> {
          for (Node instance : instances) {
            requireRunning(instance);
            if (owned(instance).isEmpty()) {
              return false;
            }
          }
          return true;
        });
  }

  /** The processor, of those that were started, that has a partition; waits until one has it. */
  Node owner(TopicPartition partition) {
    AtomicReference<Node> owner = new AtomicReference<>();
    Await.until(
        "an owner of " + partition,
        () -> {
          for (Node node : processors) {
            if (node.running() && owned(node).contains(partition)) {
              owner.set(node);
            }
          }
          return owner.get() != null;
        });
    return owner.get();
  }

  /** Partitions that an instance has in the group; none while the group is not stable. */
  List<TopicPartition> owned(Node instance) {
    return owners.of(admin, instance.addresses());
  }

  /** Waits until no partition lacks a replica. */
  void awaitInSync() {
    Await.until("all replicas to be in sync", this::inSync);
  }

  private boolean inSync() throws InterruptedException {
    try {
      return admin
          .describeTopics(admin.listTopics().names().get())
          .allTopicNames()
          .get()
          .values()
          .stream()
          .map(TopicDescription::partitions)
          .flatMap(List::stream)
          .allMatch(partition -> partition.isr().size() == brokers.count());
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** Sets what the brokers, not the clients, decide for the processors' group. */
  void configureGroup(Map<String, String> settings)
      throws ExecutionException, InterruptedException {
    Collection<AlterConfigOp> changes =
        settings.entrySet().stream().map(entry -> set(entry.getKey(), entry.getValue())).toList();
    admin
        .incrementalAlterConfigs(
            Map.of(new ConfigResource(ConfigResource.Type.GROUP, GROUP), changes))
        .all()
        .get();
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
  }

  /**
   * Sets how many replicas the processors' results need; raw articles go on as before, so that
   * there is always something that wants to be written.
   */
  void requireInSync(int replicas) throws ExecutionException, InterruptedException {
    AlterConfigOp set = set("min.insync.replicas", Integer.toString(replicas));
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    NewsTopics.ALL.stream()
        .filter(topic -> !topic.equals(NewsTopics.RAW_ARTICLES))
        .forEach(
            topic ->
                changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(set)));
    admin.incrementalAlterConfigs(changes).all().get();
  }

  /** Waits until the controller has noticed that a broker no longer answers, or does again. */
  void awaitMembers(int count) {
    Await.until(count + " brokers", () -> members() == count);
  }

  /** Brokers that the cluster knows of; -1 while the one that was asked does not answer. */
  private int members() throws InterruptedException {
    try {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException e) {
      return -1;
    }
  }

  /**
   * Does nothing while all processors run that nobody stopped.
   *
   * @throws IllegalStateException with the last lines of its log if one has ended
   */
  static void requireRunning(Node instance) {
    if (!instance.running()) {
      String log = instance.log();
      throw new IllegalStateException(
          instance
              + " ended with "
              + instance.exitCode()
              + ": "
              + log.substring(Math.max(0, log.length() - 2000)));
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
    processors.forEach(Node::close);
    brokers.close();
    network.close();
  }
}
