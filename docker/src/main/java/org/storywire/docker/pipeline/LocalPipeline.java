package org.storywire.docker.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.docker.broker.Directories;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.processor.app.Setting;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDefinitions;

/**
 * A temporary broker with storywire's topics and a running processor.
 *
 * <p>Every topic has one partition, so that articles are taken in the order in which they were fed
 * and results can be read in the order in which they came about; nothing expires. A setting may
 * give the raw topic more partitions: articles are then taken in the order of receipt.
 */
public final class LocalPipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPipeline.class);

  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final EmbeddedBroker broker;
  private final Path state;
  private final Processor processor;

  private LocalPipeline(EmbeddedBroker broker, Path state, Processor processor) {
    this.broker = broker;
    this.state = state;
    this.processor = processor;
  }

  /**
   * Starts everything; returns when articles can be fed, while the processor may still be joining
   * its group.
   *
   * @param threads stream threads of the processor [1..]
   * @param settings further settings of the processor by key
   */
  public static LocalPipeline start(
      ProcessorFactory processors, int threads, Map<String, String> settings) {
    EmbeddedBroker broker = EmbeddedBroker.temporary();
    Path state = Directories.temporary("state");
    try {
      ensureTopics(broker.bootstrapServers(), rawPartitions(settings));
      Processor processor =
          processors.create(
              new ProcessorFactory.Surroundings(
                  broker.bootstrapServers(), state, threads, onePerStage(settings)));
      processor.start();
      LOG.debug("pipeline is up: broker={}", broker.bootstrapServers());
      return new LocalPipeline(broker, state, processor);
    } catch (RuntimeException e) {
      broker.close();
      Directories.delete(state);
      throw e;
    }
  }

  /** Storywire's topics for a local run: one partition each, and records of any age stay. */
  static List<TopicDefinition> topics(int rawPartitions) {
    return TopicDefinitions.unexpiring(1).stream()
        .map(
            topic ->
                topic.withPartitions(
                    topic.name().equals(NewsTopics.RAW_ARTICLES) ? rawPartitions : 1))
        .toList();
  }

  /**
   * One partition for each stage, so that two threads share the work: an edition has its place by a
   * hash, and that of most articles would often lie where the thread of the raw articles is.
   */
  private static Map<String, String> onePerStage(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent(Setting.EDITION_PARTITIONS.key(), "1");
    return all;
  }

  private static int rawPartitions(Map<String, String> settings) {
    String given = settings.getOrDefault(Setting.TOPICS_RAW_PARTITIONS.key(), "1");
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "illegal " + Setting.TOPICS_RAW_PARTITIONS.key() + ": " + given + ", must be a number",
          e);
    }
  }

  private static void ensureTopics(String bootstrapServers, int rawPartitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      new TopicAdmin(admin).ensure(topics(rawPartitions));
    }
  }

  /** The broker's address, host:port. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Consumer group of the processor. */
  public String group() {
    return processor.group();
  }

  /**
   * Waits until the processor takes articles, or the JVM is told to stop.
   *
   * @throws IllegalStateException if the processor stops by itself
   */
  public void awaitRunning(StopSignal stop) {
    while (!processor.running() && !stop.requested()) {
      requireHealth();
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /**
   * Does nothing while the processor runs.
   *
   * @throws IllegalStateException with the cause if the processor has stopped by itself
   */
  public void requireHealth() {
    processor
        .failure()
        .ifPresent(
            cause -> {
              throw new IllegalStateException("processing stopped: " + cause.getMessage(), cause);
            });
  }

  /** Stops the processor, then the broker, and deletes their files. */
  @Override
  public void close() {
    try {
      processor.close();
    } finally {
      broker.close();
      Directories.delete(state);
    }
  }
}
