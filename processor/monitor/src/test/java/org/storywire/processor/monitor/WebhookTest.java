package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

class WebhookTest {

  private static final String SECRET = "a secret of the test";
  private static final TopicPartition PARTITION = new TopicPartition(NewsTopics.STORY_UPDATES, 0);
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<String> eventIds = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private HttpServer target;

  @BeforeEach
  void start() throws IOException {
    target = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    target.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          eventIds.add(exchange.getRequestHeaders().getFirst("Storywire-Event-Id"));
          signatures.add(exchange.getRequestHeaders().getFirst("Storywire-Signature"));
          exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.pop(), -1);
          exchange.close();
        });
    target.start();
  }

  @AfterEach
  void stop() {
    target.stop(0);
  }

  @Test
  void shouldTryAgainLaterEachTimeWhenTargetRefuses() throws InterruptedException {
    // Given
    answers.addAll(List.of(500, 302, 429));

    // When
    sender("").deliver("e1", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(eventIds).containsExactly("e1", "e1", "e1", "e1");
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void shouldSignTimeAndBodyWhenSending() throws InterruptedException {
    // Given
    byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    // When
    sender("").deliver("e1", body);

    // Then
    assertThat(bodies).containsExactly("{\"a\":1}");
    assertThat(signatures).containsExactly(WebhookSender.signature(SECRET, 1_700_000_000, body));
    assertThat(WebhookSender.signature("key", 1, new byte[0]))
        .isEqualTo("t=1,v1=53123bc365c2fe4bee48bc5cc6cd6c19699147d43513154ed34277c7c063e80f");
  }

  @Test
  void shouldRememberPlaceWhenTargetTookWhatIsWanted() throws InterruptedException {
    // Given
    MockConsumer<byte[], byte[]> consumer = consumer();
    Webhook webhook =
        new Webhook(
            config("min-sources=2"), consumer, WireFormat.SINGLE_OBJECT, sender("min-sources=2"));
    webhook.begin();
    for (long revision = 1; revision <= 3; revision++) {
      consumer.addRecord(record(revision - 1, revision));
    }

    // When
    webhook.step();

    // Then
    assertThat(eventIds).containsExactly("s1/2", "s1/3");
    assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION).offset()).isEqualTo(3);
  }

  @Test
  void shouldSendAgainRatherThanNeverWhenClosedWhileTargetRefuses() throws InterruptedException {
    // Given a webhook that is closed while it waits to try the second update again
    MockConsumer<byte[], byte[]> consumer = consumer();
    WebhookSender closing =
        new WebhookSender(
            config(""),
            CLOCK,
            wait -> {
              throw new InterruptedException("closed");
            });
    Webhook webhook = new Webhook(config(""), consumer, WireFormat.SINGLE_OBJECT, closing);
    webhook.begin();
    consumer.addRecord(record(0, 1));
    consumer.addRecord(record(1, 2));
    answers.addAll(List.of(204, 500));

    // When
    assertThatThrownBy(webhook::step).isInstanceOf(InterruptedException.class);

    // Then nothing counts as taken, so the next start sends both
    assertThat(eventIds).containsExactly("s1/1", "s1/2");
    assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION).offset()).isZero();
  }

  @Test
  void shouldRefuseByNameWhenKeyIsUnknown(@TempDir Path directory) throws IOException {
    // Given
    Path file = directory.resolve("webhooks.properties");
    Files.writeString(file, "desk.url=https://desk.example/\ndesk.colour=red\n");

    // When / Then
    assertThatThrownBy(() -> WebhookConfig.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("desk.colour");
  }

  @Test
  void shouldReadTargetsWhenFileIsComplete(@TempDir Path directory) throws IOException {
    // Given
    Path secret = Files.writeString(directory.resolve("desk.secret"), SECRET + "\n");
    Path file = directory.resolve("webhooks.properties");
    Files.writeString(
        file,
        "desk.url=https://desk.example/\ndesk.query=material=true\ndesk.secret-file=" + secret);

    // When
    List<WebhookConfig> targets = WebhookConfig.read(file);

    // Then
    assertThat(targets).hasSize(1);
    assertThat(targets.get(0).query().material()).isTrue();
    assertThat(targets.get(0).secret()).isEqualTo(SECRET);
    assertThat(targets.get(0).toString()).doesNotContain(SECRET);
  }

  private WebhookSender sender(String query) {
    return new WebhookSender(config(query), CLOCK, pauses::add);
  }

  private WebhookConfig config(String query) {
    URI url = URI.create("http://127.0.0.1:" + target.getAddress().getPort() + "/hook");
    return new WebhookConfig("desk", url, Query.parse(query), SECRET);
  }

  private static MockConsumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Node node = new Node(0, "localhost", 1);
    consumer.updatePartitions(
        NewsTopics.STORY_UPDATES,
        List.of(
            new PartitionInfo(
                NewsTopics.STORY_UPDATES, 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    return consumer;
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, long revision) {
    byte[] value =
        NewsSerdes.storyUpdate()
            .serializer()
            .serialize(NewsTopics.STORY_UPDATES, Samples.update("s1", revision).build());
    return new ConsumerRecord<>(NewsTopics.STORY_UPDATES, 0, offset, new byte[0], value);
  }
}
