package org.storywire.processor.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.storywire.news.RawArticle;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;
import org.storywire.processor.text.Hashing;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/**
 * A folder of deliveries and of what must hold when they have gone through the topology in order of
 * receipt.
 *
 * @param what the situation in a sentence
 * @param deliveries by their names
 * @param checks what must hold
 */
record Situation(String what, List<Given> deliveries, JsonNode checks) {

  /** A delivery under the name it has in checks: its id, with "@2" for the second of one id. */
  record Given(String name, RawArticle article) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  static Situation read(Path folder) throws IOException {
    JsonNode situation = JSON.readTree(folder.resolve("situation.json").toFile());
    List<Given> given = new ArrayList<>();
    List<RawArticle> articles = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("in.jsonl"))) {
      if (!line.isBlank()) {
        articles.add(article(JSON.readTree(line), articles.size(), situation.path("names")));
      }
    }
    articles.sort(Comparator.comparing(RawArticle::getReceivedAt));
    for (RawArticle article : articles) {
      String id = article.getNativeId();
      long all = articles.stream().filter(a -> a.getNativeId().equals(id)).count();
      long before = given.stream().filter(g -> g.article().getNativeId().equals(id)).count();
      given.add(new Given(all > 1 ? id + "@" + (before + 1) : id, article));
    }
    return new Situation(situation.path("what").asText(), given, situation.path("checks"));
  }

  private static RawArticle article(JsonNode line, int number, JsonNode names) {
    String url = line.path("url").asText(null);
    String published = line.path("published").asText(null);
    String received = line.path("received").asText(published);
    String id = line.path("id").asText(null);
    for (Map.Entry<String, JsonNode> name : names.properties()) {
      id = id == null && name.getValue().asText().equals(url) ? name.getKey() : id;
    }
    return RawArticle.newBuilder()
        .setEventId("event-" + number)
        .setTraceId((Hashing.id("trace", String.valueOf(number)) + "0".repeat(12)))
        .setNativeId(id)
        .setSource(line.path("source").asText("unknown"))
        .setUrl(url)
        .setExtra(
            line.has("canonical") ? Map.of("canonical", line.path("canonical").asText()) : Map.of())
        .setTitle(line.path("title").asText(null))
        .setBody(line.path("body").asText())
        .setPublishedAt(published == null ? null : Instant.parse(published))
        .setReceivedAt(Instant.parse(received))
        .setOrigin("in.jsonl:" + (number + 1))
        .build();
  }

  /** Feeds everything to the production topology. */
  SituationOutcome run() throws IOException {
    Path state = Files.createTempDirectory("situation");
    Settings settings = Settings.of(Map.of("state.dir", state.toString()));
    Properties properties = ProcessorProperties.of(settings);
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            NewsTopology.build(ProcessorProperties.topology(settings), properties), properties)) {
      TestInputTopic<String, RawArticle> raw =
          driver.createInputTopic(
              NewsTopics.RAW_ARTICLES,
              new StringSerializer(),
              NewsSerdes.rawArticle().serializer());
      for (Given given : deliveries) {
        RawArticle article = given.article();
        Instant at = article.getPublishedAt();
        boolean early = at != null && at.isBefore(article.getReceivedAt());
        raw.pipeInput(article.getSource(), article, early ? at : article.getReceivedAt());
      }
      return new SituationOutcome(
          deliveries,
          driver
              .createOutputTopic(
                  NewsTopics.ARTICLES,
                  new StringDeserializer(),
                  NewsSerdes.article().deserializer())
              .readValuesToList(),
          driver
              .createOutputTopic(
                  NewsTopics.STORY_UPDATES,
                  new StringDeserializer(),
                  NewsSerdes.storyUpdate().deserializer())
              .readValuesToList(),
          driver
              .createOutputTopic(
                  NewsTopics.STORIES, new StringDeserializer(), NewsSerdes.story().deserializer())
              .readValuesToList(),
          driver
              .createOutputTopic(
                  NewsTopics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
              .readValuesToList()
              .size());
    } finally {
      delete(state);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.deleteIfExists(path);
                } catch (IOException e) {
                  throw new UncheckedIOException("unable to delete " + path, e);
                }
              });
    }
  }
}
