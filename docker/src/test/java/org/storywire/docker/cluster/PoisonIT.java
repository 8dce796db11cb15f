package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Records that nobody should have written, on the topics that the processor reads. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PoisonIT {

  private static final String ERRORS = "__streams.errors.";
  private static final int MEGABYTE = 1024 * 1024;
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
    try (Feeding feeding = new Feeding(cluster.bootstrapServers(), directory)) {
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
    RawArticle article = Poison.article("keyless");

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
    assertThatThrownBy(
            () -> send("20 MB", NewsTopics.RAW_ARTICLES, null, Poison.noise(20 * MEGABYTE)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RecordTooLargeException.class);
  }

  private static List<Sent> sendAll(String topic) throws Exception {
    List<Sent> sent = new ArrayList<>();
    for (Map.Entry<String, byte[]> bad : Poison.records().entrySet()) {
      sent.add(send(bad.getKey(), topic, bytes("en"), bad.getValue()));
    }
    sent.add(send("null value, null key", topic, null, null));
    return sent;
  }

  private static Sent send(String what, String topic, byte[] key, byte[] value) throws Exception {
    RecordMetadata place =
        producer
            .send(new ProducerRecord<>(topic, 0, Poison.SENT_AT.toEpochMilli(), key, value))
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
