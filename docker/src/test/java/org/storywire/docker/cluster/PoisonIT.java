package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.Await;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.ingest.Delivery;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Records that nobody should have written, on the topics that the processor reads. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PoisonIT {

  private static final String ERRORS = "__streams.errors.";
  private static final int MEGABYTE = 1024 * 1024;
  private static final Instant SENT_AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration WAIT = Duration.ofMillis(100);

  @TempDir private Path directory;
  private static Cluster cluster;
  private static Node processor;
  private static KafkaProducer<byte[], byte[]> producer;

  /** A record that was sent, and what its dead letter must tell. */
  private record Sent(String what, byte[] value, RecordMetadata place) {}

  @BeforeAll
  static void start() {
    cluster = Cluster.start(1);
    processor = cluster.startProcessor("processor", Map.of());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", cluster.bootstrapServers(),
                "max.request.size", 64 * MEGABYTE,
                "buffer.memory", 64L * MEGABYTE),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    cluster.awaitProcessing(processor);
  }

  @AfterAll
  static void stop() {
    if (cluster == null) {
      return;
    }
    producer.close(Duration.ofSeconds(5));
    try {
      Cluster.requireRunning(processor);
    } finally {
      cluster.close();
    }
  }

  @Test
  @Order(0)
  void shouldPutPoisonIntoTheDeadLettersAndProcessAllNewsWhenBothAreInTheRawTopic()
      throws Exception {
    // Given
    List<List<Delivery>> rounds = Rounds.of(2, 1);
    List<Sent> poison;
    try (Feeding feeding = new Feeding(cluster.bootstrapServers(), rounds, directory)) {
      feeding.feed(rounds.get(0));

      // When
      poison = sendAll(NewsTopics.RAW_ARTICLES);
      long before = feeding.recording().tally().articles();
      feeding.feed(rounds.get(1));

      // Then
      assertThat(feeding.recording().tally().articles()).isEqualTo(2 * before);
      assertThat(feeding.violations()).isEmpty();
    }
    assertDeadLetters(poison);
  }

  @Test
  void shouldProcessAnArticleWhenOnlyItsKeyIsMissing() throws Exception {
    // Given
    RawArticle article = article("keyless");

    // When
    send(
        "null key",
        NewsTopics.RAW_ARTICLES,
        null,
        NewsSerdes.rawArticle().serializer().serialize(NewsTopics.RAW_ARTICLES, article));

    // Then
    List<String> seen = new ArrayList<>();
    read(
        new ResultListener() {
          @Override
          public void article(Article judged) {
            if (judged.getEventId().equals(article.getEventId())) {
              seen.add(judged.getArticleId());
            }
          }
        },
        () -> !seen.isEmpty());
    assertThat(seen).hasSize(1);
  }

  @Test
  void shouldPutPoisonIntoTheDeadLettersWhenItLiesBetweenTheStages() throws Exception {
    // When
    List<Sent> poison = sendAll(Cluster.EDITIONS);

    // Then
    assertDeadLetters(poison);
  }

  @Test
  void shouldRefuseAtTheBrokerWhenAValueIsOf20Megabytes() {
    assertThatThrownBy(() -> send("20 MB", NewsTopics.RAW_ARTICLES, null, noise(20 * MEGABYTE)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RecordTooLargeException.class);
  }

  /** What is no raw article, by what it is. */
  private static Map<String, byte[]> poison() {
    byte[] good =
        NewsSerdes.rawArticle().serializer().serialize(NewsTopics.RAW_ARTICLES, article("cut"));
    Map<String, byte[]> poison = new LinkedHashMap<>();
    poison.put("random bytes", noise(500));
    poison.put("no bytes", new byte[0]);
    poison.put("truncated Avro", Arrays.copyOf(good, good.length / 2));
    poison.put("bytes after the end", Arrays.copyOf(good, good.length + 3));
    poison.put("unknown schema", unknownSchema(good));
    poison.put("wrong record type", NewsSerdes.story().serializer().serialize("topic", story()));
    poison.put("null value", null);
    poison.put("7 MB of noise", noise(7 * MEGABYTE));
    poison.put("as large as the topic takes", noise(8 * MEGABYTE - 200));
    return poison;
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /** Single-object encoding: two bytes of magic, then eight that name the schema. */
  private static byte[] unknownSchema(byte[] good) {
    byte[] changed = good.clone();
    Arrays.fill(changed, 2, 10, (byte) 7);
    return changed;
  }

  private static RawArticle article(String id) {
    return RawArticle.newBuilder()
        .setEventId(id)
        .setTraceId("0123456789abcdef0123456789abcdef")
        .setNativeId(id)
        .setSource("gazette.example")
        .setTitle("Ferry runs aground")
        .setBody("The ferry ran aground at dawn with forty people on board. Nobody was hurt.")
        .setReceivedAt(SENT_AT)
        .setOrigin("feed line 1")
        .build();
  }

  private static Story story() {
    return Story.newBuilder()
        .setStoryId("s-1")
        .setRevision(1)
        .setHeadline("Ferry runs aground")
        .setFirstAt(SENT_AT)
        .setLastAt(SENT_AT)
        .setArticles(1)
        .setIndependent(1)
        .setCopies(0)
        .build();
  }

  private static List<Sent> sendAll(String topic) throws Exception {
    List<Sent> sent = new ArrayList<>();
    for (Map.Entry<String, byte[]> bad : poison().entrySet()) {
      sent.add(send(bad.getKey(), topic, bytes("en"), bad.getValue()));
    }
    sent.add(send("null value, null key", topic, null, null));
    return sent;
  }

  private static Sent send(String what, String topic, byte[] key, byte[] value) throws Exception {
    RecordMetadata place =
        producer
            .send(new ProducerRecord<>(topic, 0, SENT_AT.toEpochMilli(), key, value))
            .get(60, TimeUnit.SECONDS);
    return new Sent(what, value, place);
  }

  private static void read(ResultListener listener, BooleanSupplier enough) {
    try (ResultReader reader = ResultReader.open(cluster.bootstrapServers(), listener)) {
      Await.until(
          "results",
          () -> {
            reader.poll(WAIT);
            Cluster.requireRunning(processor);
            return enough.getAsBoolean();
          });
    }
  }

  private static void assertDeadLetters(List<Sent> poison) {
    Map<Long, ConsumerRecord<byte[], byte[]>> letters = new LinkedHashMap<>();
    String topic = poison.get(0).place().topic();
    read(
        new ResultListener() {
          @Override
          public void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
            if (header(letter, "topic").equals(Optional.of(topic))) {
              letters.put(Long.parseLong(header(letter, "offset").orElseThrow()), letter);
            }
          }
        },
        () -> poison.stream().allMatch(sent -> letters.containsKey(sent.place().offset())));
    assertThat(poison)
        .allSatisfy(
            sent -> {
              ConsumerRecord<byte[], byte[]> letter = letters.get(sent.place().offset());
              assertThat(letter.value()).as(sent.what()).isEqualTo(sent.value());
              assertThat(header(letter, "partition")).hasValue("0");
              assertThat(header(letter, "exception")).as(sent.what()).isNotEmpty();
              assertThat(header(letter, "message")).as(sent.what()).isPresent();
            });
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return Optional.ofNullable(letter.headers().lastHeader(ERRORS + name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
