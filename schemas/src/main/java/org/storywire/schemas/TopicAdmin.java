package org.storywire.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates topics and compares them with their definitions. Never changes or deletes a topic that
 * exists: what to do about a difference is a person's decision.
 */
public final class TopicAdmin {

  /** A topic that keeps its records for good loses none; the embedded broker's are like that. */
  private static final String FOREVER = "-1";

  /** The broker that is asked may hear of a new topic a little later than the one that made it. */
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Admin admin;

  /** Works through a client that the caller opens and closes. */
  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates those topics that are missing, then compares all.
   *
   * @return differences in the order of the definitions; empty if all topics are as defined
   * @throws KafkaException if the broker cannot be reached or refuses
   */
  public List<TopicDifference> ensure(List<TopicDefinition> definitions) {
    for (TopicDefinition definition : definitions) {
      create(definition);
    }
    List<TopicDifference> differences = check(definitions);
    long deadline = System.nanoTime() + SEEN_WITHIN.toNanos();
    while (differences.stream().anyMatch(TopicDifference::isMissing)
        && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      differences = check(definitions);
    }
    return differences;
  }

  /**
   * Compares topics with their definitions and changes nothing.
   *
   * @return differences in the order of the definitions; empty if all topics are as defined
   * @throws KafkaException if the broker cannot be reached or refuses
   */
  public List<TopicDifference> check(List<TopicDefinition> definitions) {
    List<TopicDifference> differences = new ArrayList<>();
    for (TopicDefinition definition : definitions) {
      differences.addAll(check(definition));
    }
    return List.copyOf(differences);
  }

  private void create(TopicDefinition definition) {
    NewTopic topic =
        new NewTopic(definition.name(), definition.partitions(), (short) definition.replication())
            .configs(definition.configs());
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failed("create", definition.name(), e.getCause());
      }
    } catch (InterruptedException e) {
      throw interrupted("create", definition.name(), e);
    }
  }

  private List<TopicDifference> check(TopicDefinition definition) {
    Collection<String> name = List.of(definition.name());
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, definition.name());
    try {
      TopicDescription description =
          admin.describeTopics(name).allTopicNames().get().get(definition.name());
      Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      return differences(definition, description, config);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of(TopicDifference.missing(definition.name()));
      }
      throw failed("describe", definition.name(), e.getCause());
    } catch (InterruptedException e) {
      throw interrupted("describe", definition.name(), e);
    }
  }

  /** What differs between a definition and what the broker says: shape first, settings by name. */
  static List<TopicDifference> differences(
      TopicDefinition expected, TopicDescription description, Config config) {
    List<TopicDifference> differences = new ArrayList<>();
    int partitions = description.partitions().size();
    int replication = description.partitions().get(0).replicas().size();
    compare(differences, expected, "partitions", "" + partitions, "" + expected.partitions());
    compare(differences, expected, "replication", "" + replication, "" + expected.replication());
    for (Map.Entry<String, String> setting : new TreeMap<>(expected.configs()).entrySet()) {
      ConfigEntry entry = config.get(setting.getKey());
      String value = entry == null ? "absent" : entry.value();
      compare(differences, expected, setting.getKey(), value, setting.getValue());
    }
    return differences;
  }

  private static void compare(
      List<TopicDifference> to, TopicDefinition topic, String setting, String value, String want) {
    boolean keptForGood = setting.equals("retention.ms") && value.equals(FOREVER);
    if (!value.equals(want) && !keptForGood) {
      to.add(new TopicDifference(topic.name(), setting, value, want));
    }
  }

  private static KafkaException failed(String action, String topic, Throwable cause) {
    return new KafkaException(
        "unable to " + action + " topic " + topic + ": " + cause.getMessage(), cause);
  }

  private static KafkaException interrupted(String action, String topic, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new KafkaException("interrupted while asked to " + action + " topic " + topic, e);
  }
}
