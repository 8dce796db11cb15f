package org.storywire.schemas;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a topic is to be: what we create it with and check it against.
 *
 * @param name name of the topic
 * @param partitions number of partitions [1..]
 * @param replication copies of each partition [1..]
 * @param configs topic settings by Kafka's names, for example {@code retention.ms}; what is not
 *     named here is the broker's choice
 */
public record TopicDefinition(
    String name, int partitions, int replication, Map<String, String> configs) {

  /** Checks the numbers and copies the settings. */
  public TopicDefinition {
    if (name.isBlank()) {
      throw new IllegalArgumentException("illegal topic name: '" + name + "', must not be blank");
    }
    requirePositive(name, "partitions", partitions);
    requirePositive(name, "replication", replication);
    configs = Map.copyOf(configs);
  }

  /** The same topic with another number of partitions. */
  public TopicDefinition withPartitions(int partitions) {
    return new TopicDefinition(name, partitions, replication, configs);
  }

  /** The same topic with one setting added or replaced. */
  public TopicDefinition withConfig(String setting, String value) {
    Map<String, String> changed = new TreeMap<>(configs);
    changed.put(setting, value);
    return new TopicDefinition(name, partitions, replication, changed);
  }

  private static void requirePositive(String topic, String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "illegal " + setting + " of " + topic + ": " + value + ", must be at least 1");
    }
  }
}
