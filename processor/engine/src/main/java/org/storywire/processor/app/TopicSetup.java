package org.storywire.processor.app;

import java.time.Duration;
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
    Duration articles = settings.duration(Setting.TOPICS_ARTICLES_RETENTION);
    Duration updates = settings.duration(Setting.TOPICS_UPDATES_RETENTION);
    return TopicDefinitions.standard(replication).stream()
        .map(
            topic ->
                switch (topic.name()) {
                  case NewsTopics.RAW_ARTICLES -> kept(topic.withPartitions(raw), articles);
                  case NewsTopics.ARTICLES -> kept(topic.withPartitions(others), articles);
                  case NewsTopics.STORY_UPDATES -> kept(topic.withPartitions(others), updates);
                  case NewsTopics.SOURCES, NewsTopics.OVERRIDES -> topic;
                  case NewsTopics.DEAD_LETTERS -> kept(topic, updates);
                  default -> topic.withPartitions(others);
                })
        .toList();
  }

  private static TopicDefinition kept(TopicDefinition topic, Duration retention) {
    return topic.withConfig("retention.ms", Long.toString(retention.toMillis()));
  }

  /** A client for the settings' brokers; the caller closes it. */
  public static Admin admin(Settings settings) {
    return Admin.create(settings.cluster().properties(Map.of()));
  }
}
