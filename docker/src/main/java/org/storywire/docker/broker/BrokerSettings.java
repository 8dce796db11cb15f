package org.storywire.docker.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Kafka's settings of a broker that is alone: every replication factor is 1, groups form without
 * delay, topics are created only when asked for, and no record goes because it is old, for archives
 * carry old event times.
 */
final class BrokerSettings {

  /** Largest batch the broker takes [bytes]. */
  static final int MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

  private static final String HOST = "127.0.0.1";

  private BrokerSettings() {}

  /** The address at which a broker with this port is reached. */
  static String address(int port) {
    return HOST + ":" + port;
  }

  /** Settings of the one node, which is broker and controller. */
  static Properties of(Path directory, int nodeId, int brokerPort, int controllerPort) {
    Properties settings = new Properties();
    identity(settings, directory, nodeId, brokerPort, controllerPort);
    aloneInItsCluster(settings);
    anyAgeAndSize(settings);
    lightAndQuick(settings);
    return settings;
  }

  private static void identity(
      Properties settings, Path directory, int nodeId, int brokerPort, int controllerPort) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "" + nodeId);
    settings.put("log.dirs", directory.toString());
    settings.put("controller.quorum.voters", nodeId + "@" + address(controllerPort));
    settings.put(
        "listeners",
        "BROKER://" + address(brokerPort) + ",CONTROLLER://" + address(controllerPort));
    settings.put("advertised.listeners", "BROKER://" + address(brokerPort));
    settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "BROKER");
    settings.put("controller.listener.names", "CONTROLLER");
  }

  private static void aloneInItsCluster(Properties settings) {
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void anyAgeAndSize(Properties settings) {
    String forever = Long.toString(Long.MAX_VALUE);
    settings.put("log.retention.ms", "-1");
    settings.put("log.retention.bytes", "-1");
    // Without this, a week of event time between two records opens a new segment file.
    settings.put("log.roll.ms", forever);
    settings.put("log.message.timestamp.before.max.ms", forever);
    settings.put("log.message.timestamp.after.max.ms", forever);
    // A partition forgets a producer whose last record is a day old by the record's own timestamp;
    // with archived articles that is every producer, and its next batch would be refused.
    settings.put("producer.id.expiration.check.interval.ms", "" + Integer.MAX_VALUE);
    settings.put("message.max.bytes", "" + MAX_MESSAGE_BYTES);
    settings.put("replica.fetch.max.bytes", "" + MAX_MESSAGE_BYTES);
    settings.put("fetch.max.bytes", "" + 2 * MAX_MESSAGE_BYTES);
  }

  private static void lightAndQuick(Properties settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    // The default buffer of the log cleaner takes 128 MB of heap.
    settings.put("log.cleaner.dedupe.buffer.size", "" + 16 * 1024 * 1024);
  }
}
