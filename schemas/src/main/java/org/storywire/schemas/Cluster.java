package org.storywire.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/**
 * How a Kafka cluster is reached, and how the values of its topics are written.
 *
 * @param bootstrapServers brokers to connect to, {@code host:port,…}
 * @param client further properties of Kafka's clients by Kafka's names; may hold secrets
 * @param format how values are written
 */
public record Cluster(String bootstrapServers, Map<String, String> client, WireFormat format) {

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);

  /** Copies the properties. */
  public Cluster {
    client = Map.copyOf(client);
  }

  /** A cluster that asks for no credentials and has no registry. */
  public static Cluster of(String bootstrapServers) {
    return new Cluster(bootstrapServers, Map.of(), WireFormat.SINGLE_OBJECT);
  }

  /**
   * This cluster, once one of its brokers answers.
   *
   * @throws KafkaException if none does within some seconds
   */
  public Cluster reached() {
    BrokerCheck.requireAnswer(bootstrapServers, ANSWERED_WITHIN);
    return this;
  }

  /**
   * Properties of a client.
   *
   * @param own what this client needs; wins over {@link #client()}
   */
  public Map<String, Object> properties(Map<String, ?> own) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.putAll(own);
    properties.put("bootstrap.servers", bootstrapServers);
    return properties;
  }

  /** Only what is no secret. */
  @Override
  public String toString() {
    return bootstrapServers;
  }
}
