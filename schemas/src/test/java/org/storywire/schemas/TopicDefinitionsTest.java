package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicDefinitionsTest {

  @Test
  void shouldDefineEveryTopicWhenStandard() {
    // When
    List<TopicDefinition> topics = TopicDefinitions.standard(1);

    // Then
    assertThat(topics).extracting(TopicDefinition::name).isEqualTo(NewsTopics.ALL);
    assertThat(topics)
        .extracting(TopicDefinition::partitions)
        .containsExactly(12, 4, 4, 4, 1, 12, 1);
    assertThat(topics)
        .extracting(topic -> topic.configs().getOrDefault("retention.ms", "none"))
        .containsExactly(
            "604800000", "604800000", "2592000000", "none", "2592000000", "none", "-1");
    assertThat(topics)
        .extracting(topic -> topic.configs().get("cleanup.policy"))
        .containsExactly("delete", "delete", "delete", "compact", "delete", "compact", "delete");
    assertThat(topics)
        .extracting(topic -> topic.configs().get("max.message.bytes"))
        .containsExactly(
            "8388608", "8388608", "8388608", "8388608", "9437184", "8388608", "8388608");
    assertThat(topics)
        .allSatisfy(
            topic ->
                assertThat(topic.configs())
                    .containsEntry("message.timestamp.type", "CreateTime")
                    .containsEntry("min.insync.replicas", "1"));
  }

  @Test
  void shouldNeedTwoReplicasForAWriteWhenThereAreThree() {
    assertThat(TopicDefinitions.standard(3))
        .allSatisfy(
            topic -> {
              assertThat(topic.replication()).isEqualTo(3);
              assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
            });
  }

  @Test
  void shouldKeepRecordsOfAnyAgeWhenUnexpiring() {
    assertThat(TopicDefinitions.unexpiring(1))
        .allSatisfy(
            topic ->
                assertThat(topic.configs())
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("segment.ms", "9223372036854775807"));
  }

  @Test
  void shouldChangeOnlyWhatIsAskedWhenDerived() {
    // Given
    TopicDefinition topic = new TopicDefinition("t", 1, 1, Map.of("retention.ms", "5"));

    // When
    TopicDefinition derived = topic.withPartitions(3).withConfig("retention.ms", "9");

    // Then
    assertThat(derived).isEqualTo(new TopicDefinition("t", 3, 1, Map.of("retention.ms", "9")));
    assertThat(topic.configs()).containsEntry("retention.ms", "5");
  }

  @Test
  void shouldNameTopicAndNumberWhenDefinitionIsIllegal() {
    assertThatThrownBy(() -> new TopicDefinition("t", 0, 1, Map.of()))
        .hasMessage("illegal partitions of t: 0, must be at least 1");
    assertThatThrownBy(() -> new TopicDefinition("t", 1, 0, Map.of()))
        .hasMessage("illegal replication of t: 0, must be at least 1");
    assertThatThrownBy(() -> new TopicDefinition(" ", 1, 1, Map.of()))
        .hasMessageContaining("must not be blank");
  }
}
