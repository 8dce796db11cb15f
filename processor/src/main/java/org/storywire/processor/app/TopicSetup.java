package org.storywire.processor.app;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDefinitions;

/** The topics as the settings want them. */
public final class TopicSetup {

  private TopicSetup() {}

  /** Definitions for a live system. */
  public static List<TopicDefinition> definitions(Settings settings) {
    int replication = settings.number(Setting.TOPICS_REPLICATION, 1);
    int raw = settings.number(Setting.TOPICS_RAW_PARTITIONS, 1);
    int others = settings.number(Setting.TOPICS_PARTITIONS, 1);
    return TopicDefinitions.standard(replication).stream()
        .map(
            topic ->
                switch (topic.name()) {
                  case NewsTopics.RAW_ARTICLES -> topic.withPartitions(raw);
                  case NewsTopics.DEAD_LETTERS -> topic;
                  default -> topic.withPartitions(others);
                })
        .toList();
  }

  /** A client for the settings' brokers; the caller closes it. */
  public static Admin admin(Settings settings) {
    return Admin.create(settings.cluster().properties(Map.of()));
  }
}
