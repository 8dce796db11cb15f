package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.processor.monitor.Monitor;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** The monitor against a real broker, fed by a transactional producer as the processor is one. */
class MonitorIT {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STORIES = 40;
  private static final int EVENTS_EACH = 25;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void feed() throws Exception {
    broker = EmbeddedBroker.temporary();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      List<NewTopic> topics =
          NewsTopics.ALL.stream().map(name -> new NewTopic(name, 3, (short) 1)).toList();
      admin.createTopics(topics).all().get();
    }
    try (KafkaProducer<String, byte[]> producer = producer()) {
      producer.initTransactions();
      for (int event = 1; event <= EVENTS_EACH; event++) {
        producer.beginTransaction();
        for (int story = 0; story < STORIES; story++) {
          send(producer, update("s" + story, event, "seen"));
        }
        producer.commitTransaction();
        producer.beginTransaction();
        send(producer, update("s0", 99, "never committed"));
        producer.abortTransaction();
      }
      producer.beginTransaction();
      for (int story = 0; story < STORIES; story++) {
        send(producer, story("s" + story));
      }
      send(producer, article("a1", "s1"));
      producer.commitTransaction();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldGiveEveryCommittedUpdateOnceWhenReaderMovesBetweenInstances() throws Exception {
    // Given an instance that holds few updates, and another one that holds all
    List<String> eventIds = new ArrayList<>();
    String position;
    try (Monitor first = monitor(20)) {
      position = position(first).replaceAll("(?<=[.-])\\d+", "0");

      // When the reader begins before what is held, is cut off, and goes on at the other
      position = read(first, position, 333, eventIds);
    }
    try (Monitor second = monitor(10_000)) {
      read(second, position, STORIES * EVENTS_EACH - 333, eventIds);
    }

    // Then
    assertThat(eventIds).doesNotHaveDuplicates().hasSize(STORIES * EVENTS_EACH);
    assertThat(eventIds).noneMatch(id -> id.endsWith("/99"));
  }

  @Test
  void shouldFetchTextWhenArticleIsOpened() throws Exception {
    // Given
    try (Monitor monitor = monitor(1_000)) {

      // When
      JsonNode article = ask(monitor, "/api/articles/a1", 200);

      // Then
      assertThat(article.get("body").asText()).isEqualTo("The water rose. The bridge closed.");
      assertThat(ask(monitor, "/api/stories/s1", 200).get("reports")).hasSize(1);
      assertThat(ask(monitor, "/api/stories?limit=200", 200).get("stories")).hasSize(STORIES);
    }
  }

  /** Reads updates of a stream until there are enough, then cuts it; gives the last position. */
  private static String read(Monitor monitor, String from, int count, List<String> eventIds)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(monitor.address() + "api/stream"))
            .header("Last-Event-ID", from)
            .build();
    var answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    String position = from;
    String id = from;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (int had = 0; had < count; ) {
        String line = lines.readLine();
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: {\"eventId\"")) {
          eventIds.add(JSON.readTree(line.substring(6)).get("eventId").asText());
          position = id;
          had++;
        }
      }
    }
    return position;
  }

  private static String position(Monitor monitor) throws Exception {
    return ask(monitor, "/api/health", 200).get("position").asText();
  }

  /** Asks until the answer has the status: articles are read after the stories. */
  private static JsonNode ask(Monitor monitor, String path, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(monitor.address()).resolve(path)).build();
    AtomicReference<String> body = new AtomicReference<>();
    Await.until(
        status + " from " + path,
        () -> {
          var answer =
              HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
          body.set(answer.body());
          return answer.statusCode() == status;
        });
    return JSON.readTree(body.get());
  }

  private static Monitor monitor(int maxUpdates) throws Exception {
    return StartedMonitor.of(Cluster.of(broker.bootstrapServers()), Optional.empty(), maxUpdates);
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "monitor-it"),
        new StringSerializer(),
        (topic, bytes) -> bytes);
  }

  private static void send(KafkaProducer<String, byte[]> producer, StoryUpdate update) {
    byte[] value =
        NewsSerdes.storyUpdate().serializer().serialize(NewsTopics.STORY_UPDATES, update);
    producer.send(new ProducerRecord<>(NewsTopics.STORY_UPDATES, update.getStoryId(), value));
  }

  private static void send(KafkaProducer<String, byte[]> producer, Story story) {
    byte[] value = NewsSerdes.story().serializer().serialize(NewsTopics.STORIES, story);
    producer.send(new ProducerRecord<>(NewsTopics.STORIES, story.getStoryId(), value));
  }

  private static void send(KafkaProducer<String, byte[]> producer, Article article) {
    byte[] value = NewsSerdes.article().serializer().serialize(NewsTopics.ARTICLES, article);
    producer.send(new ProducerRecord<>(NewsTopics.ARTICLES, article.getArticleId(), value));
  }

  private static StoryUpdate update(String story, long revision, String headline) {
    return StoryUpdate.newBuilder()
        .setEventId(story + "/" + revision)
        .setStoryId(story)
        .setRevision(revision)
        .setKind(revision == 1 ? UpdateKind.OPENED : UpdateKind.COVERAGE)
        .setAt(NOON.plusSeconds(revision))
        .setHeadline(headline)
        .setSource("outlet" + revision + ".example")
        .build();
  }

  private static Story story(String id) {
    return Story.newBuilder()
        .setStoryId(id)
        .setRevision(EVENTS_EACH)
        .setState(StoryState.OPEN)
        .setHeadline("Water rises at the bridge")
        .setFirstAt(NOON)
        .setLastAt(NOON.plusSeconds(EVENTS_EACH))
        .setArticles(EVENTS_EACH)
        .setIndependent(EVENTS_EACH)
        .setCopies(0)
        .build();
  }

  private static Article article(String id, String story) {
    return Article.newBuilder()
        .setArticleId(id)
        .setNativeId(id)
        .setEventId("e")
        .setTraceId("")
        .setSource("outlet1.example")
        .setTitle("Water rises at the bridge")
        .setBody("The water rose. The bridge closed.")
        .setLanguage("en")
        .setEdition("en")
        .setEventAt(NOON)
        .setReceivedAt(NOON)
        .setStoryId(story)
        .build();
  }
}
