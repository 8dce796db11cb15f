package org.storywire.docker.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.news.Entity;
import org.storywire.news.EntityKind;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.Topic;
import org.storywire.processor.monitor.Monitor;
import org.storywire.processor.monitor.MonitorConfig;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinitions;

/**
 * Measures how long a monitor takes from its start until it holds 100,000 stories; asserts nothing,
 * since figures depend on the machine. Not run with the tests, but by name:
 *
 * <pre>mvn test -Dtest=LiveStart -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class LiveStart {

  private static final int STORIES = 100_000;
  private static final int ROUNDS = 3;
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void measure() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
      fill(broker.bootstrapServers());
      for (int round = 0; round < ROUNDS; round++) {
        long begin = System.nanoTime();
        try (Monitor monitor =
            new Monitor(MonitorConfig.of(broker.bootstrapServers()).withPort(0))) {
          monitor.start();
          monitor.caughtUp().get(120, TimeUnit.SECONDS);
          Duration taken = Duration.ofNanos(System.nanoTime() - begin);
          System.out.printf(
              Locale.ROOT, "%,d stories held after %.1f s%n", STORIES, taken.toMillis() / 1000.0);
        }
      }
    }
  }

  private static void fill(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                (topic, bytes) -> bytes)) {
      new TopicAdmin(admin).ensure(TopicDefinitions.unexpiring(1));
      for (int i = 0; i < STORIES; i++) {
        byte[] value = NewsSerdes.story().serializer().serialize(NewsTopics.STORIES, story(i));
        producer.send(new ProducerRecord<>(NewsTopics.STORIES, "s" + i, value));
      }
      producer.flush();
    }
  }

  /** A story of the size that real ones have: most are small, some have many sources. */
  private static Story story(int i) {
    int sources = i % 50 == 0 ? 40 : 1 + i % 5;
    return Story.newBuilder()
        .setStoryId("s" + i)
        .setRevision(sources)
        .setState(StoryState.OPEN)
        .setHeadline("Headline number " + i + " of about the length that headlines have, seventy")
        .setFirstAt(NOON)
        .setLastAt(NOON.plusSeconds(i % 80_000))
        .setLatestNews("What became known last of number " + i + ", in a sentence of its length.")
        .setArticles(sources)
        .setIndependent(sources)
        .setCopies(0)
        .setSources(range(sources, n -> "outlet" + (i + n) % 3_000 + ".example"))
        .setArticleIds(range(sources, n -> "article-" + i + "-" + n))
        .setTopics(
            range(5, n -> new Topic("medtop:200" + (i * 7 + n) % 1_000, "label", 0.7, n > 2)))
        .setEntities(range(8, n -> new Entity("Person " + (i * 3 + n), EntityKind.OTHER, 2)))
        .build();
  }

  private static <T> List<T> range(int count, IntFunction<T> make) {
    return IntStream.range(0, count).mapToObj(make).toList();
  }
}
