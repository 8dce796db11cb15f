package org.storywire.processor.streams;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/** The production topology with its production properties, on Kafka's test driver. */
abstract class TopologyTest {

  @TempDir private Path stateDirectory;
  Topology topology;
  TopologyTestDriver driver;
  TestInputTopic<String, RawArticle> raw;
  TestInputTopic<String, StoryOverride> overrides;
  TestOutputTopic<String, Article> articles;
  TestOutputTopic<String, StoryUpdate> updates;
  TestOutputTopic<String, Story> stories;
  TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    start("exactly_once_v2");
  }

  /** Begins with an empty state, under a guarantee of Kafka Streams. */
  final void start(String guarantee) {
    Settings settings =
        Settings.of(
            Map.of("state.dir", stateDirectory.toString(), "processing.guarantee", guarantee));
    Properties properties = ProcessorProperties.of(settings);
    adjust(properties);
    topology = NewsTopology.build(ProcessorProperties.topology(settings), properties);
    driver = new TopologyTestDriver(topology, properties);
    raw =
        driver.createInputTopic(
            NewsTopics.RAW_ARTICLES, new StringSerializer(), NewsSerdes.rawArticle().serializer());
    overrides =
        driver.createInputTopic(
            NewsTopics.OVERRIDES,
            new StringSerializer(),
            NewsSerdes.override(WireFormat.SINGLE_OBJECT).serializer());
    articles = output(NewsTopics.ARTICLES, NewsSerdes.article().deserializer());
    updates = output(NewsTopics.STORY_UPDATES, NewsSerdes.storyUpdate().deserializer());
    stories = output(NewsTopics.STORIES, NewsSerdes.story().deserializer());
    deadLetters =
        driver.createOutputTopic(
            NewsTopics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Changes what the production properties do not hold. */
  void adjust(Properties properties) {}

  @AfterEach
  void stop() {
    driver.close();
  }

  private <T> TestOutputTopic<String, T> output(String topic, Deserializer<T> values) {
    return driver.createOutputTopic(topic, new StringDeserializer(), values);
  }

  /** Hands an article over at the time that it claims, or at which it came if that is earlier. */
  final void feed(RawArticle article) {
    Instant at = article.getPublishedAt();
    raw.pipeInput(
        article.getSource(),
        article,
        at.isAfter(article.getReceivedAt()) ? article.getReceivedAt() : at);
  }

  static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
