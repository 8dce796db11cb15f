package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class TopicAdminTest {

  private final MockAdminClient broker = MockAdminClient.create().numBrokers(1).build();
  private final TopicAdmin topics = new TopicAdmin(broker);

  @Test
  void shouldBeAsDefinedWhenCreated() throws Exception {
    // When
    List<TopicDifference> differences = topics.ensure(TopicDefinitions.standard(1));

    // Then
    assertThat(differences).isEmpty();
    assertThat(broker.listTopics().names().get())
        .containsExactlyInAnyOrderElementsOf(NewsTopics.ALL);
  }

  @Test
  void shouldChangeNothingWhenCheckedOrRunAgain() throws Exception {
    // Given
    List<TopicDefinition> definitions = TopicDefinitions.standard(1);

    // When
    List<TopicDifference> before = topics.check(definitions.subList(0, 1));
    topics.ensure(definitions);
    List<TopicDifference> again = topics.ensure(definitions);

    // Then
    assertThat(before)
        .containsExactly(
            new TopicDifference("news.raw-articles.v1", "topic", "missing", "present"));
    assertThat(again).isEmpty();
  }

  @Test
  void shouldNameTopicSettingValueAndExpectedWhenTopicDiffers() throws Exception {
    // Given
    broker
        .createTopics(
            List.of(new NewTopic("t", 2, (short) 1).configs(Map.of("retention.ms", "1000"))))
        .all()
        .get();
    TopicDefinition wanted =
        new TopicDefinition("t", 12, 1, Map.of("retention.ms", "5", "cleanup.policy", "compact"));

    // When
    List<TopicDifference> differences = topics.ensure(List.of(wanted));

    // Then
    assertThat(differences)
        .extracting(TopicDifference::toString)
        .containsExactly(
            "t: partitions is 2, expected 12",
            "t: cleanup.policy is absent, expected compact",
            "t: retention.ms is 1000, expected 5");
  }

  @Test
  void shouldAcceptTopicWhenItKeepsItsRecordsForGood() {
    // Given
    topics.ensure(TopicDefinitions.unexpiring(1));

    // When
    List<TopicDifference> differences = topics.check(TopicDefinitions.standard(1));

    // Then
    assertThat(differences).isEmpty();
  }

  @Test
  void shouldStopNamingTopicWhenBrokerRefuses() {
    // Given
    TopicDefinition tooManyCopies = new TopicDefinition("t", 1, 3, Map.of());

    // When / Then
    assertThatThrownBy(() -> topics.ensure(List.of(tooManyCopies)))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("unable to create topic t");
  }
}
