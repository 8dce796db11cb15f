package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Dead letters of the real processor, sent back by the command. */
class RedriveIT {

  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final byte[] GARBAGE = "no Avro at all".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private final List<ConsumerRecord<byte[], byte[]>> articles = new ArrayList<>();
  private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
  private LocalPipeline pipeline;
  private KafkaConsumer<byte[], byte[]> consumer;

  @BeforeEach
  void start() {
    pipeline = LocalPipeline.start(LocalProcessor::new, 1, Map.of());
    consumer =
        Committed.bytes(pipeline.bootstrapServers(), NewsTopics.ARTICLES, NewsTopics.DEAD_LETTERS);
  }

  @AfterEach
  void stop() {
    consumer.close();
    pipeline.close();
  }

  @Test
  void shouldSendEachLetterBackOnceWhenItsBytesAreMendedOrTriedAgain() throws Exception {
    // Given two letters, one of which can be mended
    byte[] whole =
        NewsSerdes.rawArticle().serializer().serialize(NewsTopics.RAW_ARTICLES, article());
    send("callanpost.example", Arrays.copyOf(whole, whole.length / 2));
    send("noise.example", GARBAGE);
    Await.until("two letters", () -> read(letters) == 2);

    // When nothing is to be sent, or nothing is meant
    String shown = redrive("--dry-run");
    String meant = redrive("--cause", "ClassCastException");
    String exported = redrive("--export", directory.toString(), "--topic", NewsTopics.RAW_ARTICLES);

    // Then
    assertThat(shown)
        .contains("0:0 news.raw-articles.v1 SerializationException key=callanpost.example")
        .contains("2 letters, 2 chosen, none sent");
    assertThat(meant).contains("2 letters, 0 chosen, none sent");
    assertThat(exported).contains("2 written to " + directory);
    Path broken = file(letters.get(0));
    assertThat(broken).hasBinaryContent(letters.get(0).value());

    // When one is mended
    Files.write(broken, whole);
    Files.delete(file(letters.get(1)));
    String sent = redrive("--mended", directory.toString());
    String again = redrive("--mended", directory.toString());

    // Then it becomes an article, once
    Await.until("the article", () -> read(articles) == 1);
    assertThat(sent).contains("2 letters, 1 chosen, 1 sent");
    assertThat(again).contains("1 letters, 0 chosen, none sent");
    assertThat(
            NewsSerdes.article()
                .deserializer()
                .deserialize(NewsTopics.ARTICLES, articles.get(0).value())
                .getNativeId())
        .isEqualTo("ferry-1");

    // When the other one is sent as it is, it dies again, and is left alone until asked for
    String tried = redrive("--limit", "5");
    Await.until(
        "the letter to come back",
        () -> {
          read(letters);
          return letters.stream().anyMatch(letter -> header(letter, "storywire.redriven") != null);
        });
    String after = redrive();
    String insisted = redrive("--again");

    // Then
    assertThat(tried).contains("1 letters, 1 chosen, 1 sent");
    assertThat(after).contains("1 letters, 0 chosen, none sent");
    assertThat(insisted).contains("1 letters, 1 chosen, 1 sent");
    assertThat(letters.stream().filter(letter -> letter.value() != null))
        .extracting(ConsumerRecord::value)
        .contains(GARBAGE);
  }

  private String redrive(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter error = new StringWriter();
    List<String> all = new ArrayList<>(List.of("redrive", "-b", pipeline.bootstrapServers()));
    all.addAll(List.of(arguments));
    int code =
        Storywire.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(error, true))
            .execute(all.toArray(String[]::new));
    assertThat(code).as(error.toString()).isZero();
    return out.toString();
  }

  private Path file(ConsumerRecord<byte[], byte[]> letter) {
    return directory.resolve(letter.partition() + "-" + letter.offset() + ".bin");
  }

  private static byte[] header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : header.value();
  }

  /** Reads what has come; gives the number of records of one topic so far. */
  private int read(List<ConsumerRecord<byte[], byte[]>> wanted) {
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(
            record ->
                (record.topic().equals(NewsTopics.ARTICLES) ? articles : letters).add(record));
    return wanted.size();
  }

  private void send(String source, byte[] value) throws Exception {
    RawBytes.send(pipeline.bootstrapServers(), source, AT, value);
  }

  private static RawArticle article() {
    return RawArticle.newBuilder()
        .setEventId("e".repeat(64))
        .setTraceId("a".repeat(32))
        .setSource("callanpost.example")
        .setNativeId("ferry-1")
        .setOrigin("ferries.jsonl:1")
        .setTitle("Ferry runs aground off Callan")
        .setBody(
            "A ferry with forty people on board ran aground off Callan on Monday morning. "
                + "Nobody was hurt, the harbour master said. Tugs will try to free the ship at "
                + "high water, and the crossing stays closed until then.")
        .setReceivedAt(AT)
        .setPublishedAt(AT)
        .build();
  }
}
