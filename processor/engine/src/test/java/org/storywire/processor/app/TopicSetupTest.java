package org.storywire.processor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDefinitions;

class TopicSetupTest {

  @Test
  void shouldBeStandardWhenNothingIsSet() {
    assertThat(TopicSetup.definitions(Settings.of(Map.of())))
        .isEqualTo(TopicDefinitions.standard(1));
  }

  @Test
  void shouldFollowTheSettings() {
    // Given
    Settings settings =
        Settings.of(
            Map.of(
                "topics.replication", "3",
                "topics.raw-partitions", "24",
                "topics.partitions", "8",
                "topics.articles-retention", "P1D",
                "topics.updates-retention", "P2D"));

    // When
    List<TopicDefinition> topics = TopicSetup.definitions(settings);

    // Then
    assertThat(topics)
        .extracting(
            TopicDefinition::name,
            TopicDefinition::partitions,
            TopicDefinition::replication,
            topic -> topic.configs().getOrDefault("retention.ms", "compacted"))
        .containsExactly(
            tuple("news.raw-articles.v1", 24, 3, "86400000"),
            tuple("news.articles.v1", 8, 3, "86400000"),
            tuple("news.story-updates.v1", 8, 3, "172800000"),
            tuple("news.stories.v1", 8, 3, "compacted"),
            tuple("news.dead-letters.v1", 1, 3, "172800000"),
            tuple("news.sources.v1", 12, 3, "compacted"),
            tuple("news.overrides.v1", 1, 3, "-1"));
  }
}
