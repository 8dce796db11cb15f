package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

class ViewFeederTest {

  private static final List<String> TOPICS =
      List.of(
          NewsTopics.STORIES,
          NewsTopics.STORY_UPDATES,
          NewsTopics.ARTICLES,
          NewsTopics.DEAD_LETTERS,
          NewsTopics.OVERRIDES);

  private final MutableClock clock = new MutableClock();
  private final UpdateLog log = new UpdateLog(100, Samples.START);
  private final WatchedStories stories = new WatchedStories(100, 10, log);
  private final ArticleView articles = new ArticleView(100);
  private final HealthView health = new HealthView(clock);

  @Test
  void shouldBeCaughtUpWhenStoriesAndUpdatesOfTheStartAreRead() {
    // Given
    FakeConsumer consumer = new FakeConsumer();
    consumer.end(NewsTopics.STORIES, 1);
    consumer.end(NewsTopics.STORY_UPDATES, 2);
    ViewFeeder feeder = feeder(consumer);
    feeder.assign();
    consumer.add(NewsTopics.STORIES, 0, Samples.story("s1").build());
    consumer.add(NewsTopics.STORY_UPDATES, 0, Samples.update("s1", 1).build());

    // When
    feeder.step();
    boolean early = feeder.caughtUp().isDone();
    consumer.add(NewsTopics.STORY_UPDATES, 1, Samples.update("s1", 2).build());
    feeder.step();

    // Then
    assertThat(early).isFalse();
    assertThat(feeder.caughtUp()).isCompleted();
    assertThat(log.end()).isEqualTo(new Position("log9", List.of(2L)));
    assertThat(stories.find("s1").orElseThrow().updates()).hasSize(2);
  }

  @Test
  void shouldReadNewestUpdatesOnlyWhenTopicHoldsMore() {
    // Given
    FakeConsumer consumer = new FakeConsumer();
    consumer.end(NewsTopics.STORY_UPDATES, 5_000);

    // When
    feeder(consumer).assign();

    // Then
    assertThat(log.start()).isEqualTo(new Position("log9", List.of(4_900L)));
  }

  @Test
  void shouldPassOverWhenRecordIsUnreadable() {
    // Given
    FakeConsumer consumer = new FakeConsumer();
    ViewFeeder feeder = feeder(consumer);
    feeder.assign();
    consumer.addRecord(
        new ConsumerRecord<>(NewsTopics.STORY_UPDATES, 0, 0, new byte[0], new byte[] {1, 2, 3}));
    consumer.add(NewsTopics.STORY_UPDATES, 1, Samples.update("s1", 1).build());

    // When
    feeder.step();

    // Then
    assertThat(stories.size()).isEqualTo(1);
    String written =
        new String(MonitorJson.bytes(this::writeHealth), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Http.json(written).get("unreadable").asInt()).isEqualTo(1);
  }

  @Test
  void shouldStopLoudlyWhenBrokersStayOutOfReach() {
    // Given
    FakeConsumer consumer = new FakeConsumer();
    ViewFeeder feeder = feeder(consumer);
    feeder.assign();
    feeder.step();
    consumer.outOfReach = true;

    // When
    clock.advance(Duration.ofSeconds(20));
    feeder.step();
    clock.advance(Duration.ofSeconds(20));

    // Then
    assertThatThrownBy(feeder::step)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no broker has answered for 40 s");
  }

  @Test
  void shouldEndExceptionallyWhenTopicIsMissing() {
    // Given
    ViewFeeder feeder = feeder(new MockConsumer<>("earliest"));

    // When
    feeder.start();

    // Then
    assertThat(feeder.ended())
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withMessageContaining("news.story-updates.v1 is missing");
    assertThat(health.state()).isEqualTo("stopped");
  }

  private void writeHealth(com.fasterxml.jackson.core.JsonGenerator json)
      throws java.io.IOException {
    json.writeStartObject();
    health.fields(json);
    json.writeEndObject();
  }

  private ViewFeeder feeder(MockConsumer<byte[], byte[]> consumer) {
    return new ViewFeeder(
        consumer,
        WireFormat.SINGLE_OBJECT,
        stories,
        articles,
        new OverrideView(),
        health,
        new ViewFeeder.Limits(100, 100, Duration.ofSeconds(30)),
        "log9",
        clock,
        () -> {});
  }

  /** A consumer of five topics of one partition each. */
  private static final class FakeConsumer extends MockConsumer<byte[], byte[]> {

    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private boolean outOfReach;

    FakeConsumer() {
      super("earliest");
      Node node = new Node(0, "localhost", 1);
      for (String topic : TOPICS) {
        updatePartitions(
            topic,
            List.of(new PartitionInfo(topic, 0, node, new Node[] {node}, new Node[] {node})));
        updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
        end(topic, 0);
      }
    }

    void end(String topic, long offset) {
      ends.put(new TopicPartition(topic, 0), offset);
      updateEndOffsets(ends);
    }

    void add(String topic, long offset, SpecificRecord value) {
      byte[] bytes =
          value instanceof org.storywire.news.Story story
              ? NewsSerdes.story().serializer().serialize(topic, story)
              : NewsSerdes.storyUpdate()
                  .serializer()
                  .serialize(topic, (org.storywire.news.StoryUpdate) value);
      addRecord(new ConsumerRecord<>(topic, 0, offset, new byte[0], bytes));
    }

    @Override
    public synchronized Map<TopicPartition, Long> endOffsets(
        java.util.Collection<TopicPartition> partitions, Duration timeout) {
      if (outOfReach) {
        throw new TimeoutException("no broker");
      }
      return super.endOffsets(partitions, timeout);
    }
  }

  private static final class MutableClock extends Clock {

    private Instant now = Samples.NOON;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
