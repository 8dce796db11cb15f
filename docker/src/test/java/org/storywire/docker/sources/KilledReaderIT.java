package org.storywire.docker.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storywire.docker.Await;
import org.storywire.docker.Committed;
import org.storywire.docker.bench.feeds.FeedServer;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.sources.SourceBook;
import org.storywire.ingest.sources.SourceSettings;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinitions;

/** A reader of feeds in a process of its own, killed without warning while feeds have news. */
class KilledReaderIT {

  /** More by {@code -Dfeeds=500}. */
  private static final int FEEDS = Integer.getInteger("feeds", 20);

  private static final int ROUNDS = 3;

  private final FeedServer publishers = FeedServer.troubled(Math.max(1, FEEDS / 2));
  private final Map<String, Integer> read = new TreeMap<>();
  private EmbeddedBroker broker;
  private KafkaConsumer<String, RawArticle> articles;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.temporary();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicAdmin(admin)
          .ensure(
              TopicDefinitions.unexpiring(1).stream()
                  .map(
                      topic ->
                          topic.name().equals(NewsTopics.SOURCES)
                              ? topic.withPartitions(4)
                              : topic.withPartitions(1))
                  .toList());
    }
    articles =
        Committed.of(
            broker.bootstrapServers(),
            new StringDeserializer(),
            NewsSerdes.rawArticle().deserializer(),
            NewsTopics.RAW_ARTICLES);
  }

  @AfterEach
  void stop() {
    articles.close();
    broker.close();
    publishers.close();
  }

  @Test
  void shouldLoseAndDoubleNothingWhenReadersAreKilledAndOthersTakeOver() throws Exception {
    // Given
    addSources();
    publish(0);
    List<Process> readers = new ArrayList<>();
    try {
      readers.add(reader());
      readers.add(reader());
      awaitArticles(FEEDS / 4);

      // When
      for (int round = 1; round < ROUNDS; round++) {
        publish(round);
        awaitArticles(round * FEEDS + FEEDS / 4);
        readers.remove(0).destroyForcibly().waitFor();
        readers.add(reader());
      }

      // Then
      awaitArticles(ROUNDS * FEEDS);
      publish(ROUNDS);
      awaitArticles((ROUNDS + 1) * FEEDS);
      int before = publishers.notModified("/0");
      Await.until(
          "two more polls of a feed without news",
          () -> {
            count(Duration.ofMillis(50));
            return publishers.notModified("/0") >= before + 2;
          });
      assertThat(read)
          .hasSize((ROUNDS + 1) * FEEDS)
          .allSatisfy((id, times) -> assertThat(times).isOne());
    } finally {
      readers.forEach(Process::destroyForcibly);
    }
  }

  private void addSources() {
    List<SourceSettings> sources = new ArrayList<>();
    for (int feed = 0; feed < FEEDS; feed++) {
      sources.add(
          new SourceSettings(
              publishers.address("/" + feed),
              Optional.empty(),
              SourceSettings.FullText.NEVER,
              Optional.of(Duration.ofSeconds(1)),
              Optional.of(Duration.ofSeconds(1)),
              Instant.EPOCH));
    }
    IngestConfig config = IngestConfig.from(Map.of("bootstrap.servers", broker.bootstrapServers()));
    try (SourceBook book = SourceBook.open(config)) {
      book.put(sources);
    }
  }

  private void publish(int round) {
    for (int feed = 0; feed < FEEDS; feed++) {
      String id = feed + "-" + round;
      publishers.publish(
          "/" + feed, id, "Report " + id, "What happened in " + id + " is told here.");
    }
  }

  private void awaitArticles(int count) {
    Await.until(
        count + " articles",
        () -> {
          count(Duration.ofMillis(50));
          return read.size() >= count;
        });
  }

  private void count(Duration wait) {
    articles
        .poll(wait)
        .forEach(article -> read.merge(article.value().getNativeId(), 1, Integer::sum));
  }

  private Process reader() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.storywire.docker.Storywire",
            "ingest",
            "feeds",
            "-b",
            broker.bootstrapServers(),
            "--contact",
            "desk@newsroom.example",
            "-s",
            "fetch.allow-local=127.0.0.0/8",
            "-s",
            "fetch.host-interval=PT0.5S")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
