package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.tail.TailCommand;
import org.storywire.news.Article;
import org.storywire.news.Verdict;
import org.storywire.processor.monitor.Monitor;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicRecords;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.FakeRegistry;
import org.storywire.schemas.registry.RegistryFormat;
import picocli.CommandLine;

/**
 * Topics that hold records of every released schema version, each once in single-object encoding
 * and once in the registry's wire format, as they are after years of upgrades. Whoever reads them
 * today reads all of them.
 */
class UpgradeIT {

  private static final int SINGLE_OBJECT_HEADER = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeRegistry registry = FakeRegistry.started();
  private final Map<Schema, Integer> ids = new HashMap<>();
  private LocalPipeline pipeline;
  private int updates;
  private int raw;

  @BeforeEach
  void writeOldRecords() throws Exception {
    for (String topic : TopicRecords.topics()) {
      TopicRecords.released(topic)
          .forEach(schema -> ids.put(schema, registry.put(topic + "-value", schema)));
    }
    pipeline = LocalPipeline.start(LocalProcessor::new, 1, registry.settings());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", pipeline.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      updates = write(producer, NewsTopics.STORY_UPDATES, "s-a0");
      write(producer, NewsTopics.STORIES, "s-a0");
      write(producer, NewsTopics.ARTICLES, "a2");
      raw = write(producer, NewsTopics.RAW_ARTICLES, "harbour-post.example");
    }
  }

  @AfterEach
  void stop() {
    pipeline.close();
    registry.close();
  }

  /** Writes the released samples of a topic; gives how many records that makes. */
  private int write(KafkaProducer<String, byte[]> producer, String topic, String key)
      throws Exception {
    List<Schema> released = TopicRecords.released(topic);
    for (int version = 1; version <= released.size(); version++) {
      Schema schema = released.get(version - 1);
      byte[] sample = sample(schema.getName() + "-" + version + ".bin");
      byte[] registered =
          ByteBuffer.allocate(5 + sample.length - SINGLE_OBJECT_HEADER)
              .put((byte) 0)
              .putInt(ids.get(schema))
              .put(sample, SINGLE_OBJECT_HEADER, sample.length - SINGLE_OBJECT_HEADER)
              .array();
      producer.send(new ProducerRecord<>(topic, key, sample)).get();
      producer.send(new ProducerRecord<>(topic, key, registered)).get();
    }
    return 2 * released.size();
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in = UpgradeIT.class.getResourceAsStream("/history/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void shouldPrintOldStoryUpdatesWhenTheyAreTailed() throws Exception {
    // Given
    StringWriter out = new StringWriter();
    JsonNode written = JSON.readTree(sample("StoryUpdate-1.json"));

    // When
    int code =
        new CommandLine(new TailCommand())
            .setOut(new PrintWriter(out, true))
            .execute(
                "--from-beginning",
                "--json",
                "--story",
                "s-a0",
                "--limit",
                Integer.toString(updates),
                "--bootstrap-server",
                pipeline.bootstrapServers(),
                "-s",
                "schema.registry.url=" + registry.settings().get("schema.registry.url"));

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .hasSize(updates)
        .allSatisfy(
            line -> {
              JsonNode update = JSON.readTree(line);
              assertThat(update.get("headline")).isEqualTo(written.get("headline"));
              assertThat(update.get("revision").asLong()).isEqualTo(3);
              assertThat(update.get("news").get(0).get("text").asText())
                  .isEqualTo("Divers found cracks in two piers.");
            });
  }

  @Test
  void shouldShowOldStoriesAndArticlesWhenTheLiveViewReadsThem() throws Exception {
    // Given
    Cluster cluster =
        new Cluster(pipeline.bootstrapServers(), Map.of(), RegistryFormat.of(registry.settings()));

    // When
    try (Monitor monitor = StartedMonitor.of(cluster)) {
      int port = URI.create(monitor.address()).getPort();

      // Then
      JsonNode article = JSON.readTree(await(port, "/api/articles/a2"));
      assertThat(article.get("body").asText()).startsWith("The harbour bridge closed on Tuesday.");
      JsonNode health = JSON.readTree(await(port, "/api/health"));
      assertThat(health.findValue("unreadable").asLong()).isZero();
    }
  }

  private static String await(int port, String path) {
    Await.until(path, () -> Http.line(port, path).startsWith("200 "));
    try {
      return Http.get(port, path).orElseThrow().body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("unable to get " + path, e);
    }
  }

  @Test
  void shouldProcessOldRawArticlesWhenTheyAreStillInTheTopic() throws Exception {
    // When
    List<Article> judged = new ArrayList<>();
    try (WireFormat format = RegistryFormat.of(registry.settings());
        KafkaConsumer<String, Article> consumer =
            Committed.of(
                pipeline.bootstrapServers(),
                new StringDeserializer(),
                NewsSerdes.article(format).deserializer(),
                NewsTopics.ARTICLES)) {
      Await.until(
          "articles",
          () -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> judged.add(record.value()));
            return judged.size() >= 2 * TopicRecords.released(NewsTopics.ARTICLES).size() + raw;
          });
    }

    // Then
    assertThat(judged)
        .filteredOn(article -> article.getNativeId().equals("bridge-7"))
        .extracting(Article::getVerdict)
        .hasSize(raw)
        .startsWith(Verdict.ORIGINAL, Verdict.UNCHANGED);
  }
}
