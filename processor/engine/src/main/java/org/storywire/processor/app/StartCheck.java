package org.storywire.processor.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.storywire.schemas.BrokerCheck;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.registry.RegistryClient;
import org.storywire.schemas.registry.RegistryFormat;
import org.storywire.schemas.registry.RegistrySettings;
import org.storywire.schemas.registry.RegistryUnavailableException;

/**
 * What must be there before the processor starts. Each problem ends the start within ten seconds,
 * with one line that names what to do.
 */
final class StartCheck {

  private static final long REQUEST_MILLIS = 3_000;
  private static final long LOOK_AGAIN_NANOS = 200_000_000;
  private static final String REGISTRY_CURE = "; start it, or set schema.registry.url";
  private static final String ELSEWHERE =
      "; a running application keeps its partitions: take a new application.id, which works through"
          + " the raw articles that are kept, or set ";

  private final Settings settings;
  private final long deadline;

  private StartCheck(Settings settings) {
    this.settings = settings;
    this.deadline = System.nanoTime() + settings.duration(Setting.START_WITHIN).toNanos();
  }

  /**
   * Looks at everything once.
   *
   * @throws RuntimeException for the first thing that is not as it must be
   */
  static void run(Settings settings) {
    StartCheck check = new StartCheck(settings);
    StateCheck.require(
        Path.of(settings.text(Setting.STATE_DIR)),
        settings.text(Setting.APPLICATION_ID),
        settings.number(Setting.STATE_FREE, 0));
    BrokerCheck.requireAnswer(check.brokers(), Duration.ofMillis(check.remainingMillis()));
    check.topics();
    settings.schemaRegistry().ifPresent(check::registry);
  }

  private long remainingMillis() {
    return Math.max(1_000, (deadline - System.nanoTime()) / 1_000_000);
  }

  private void topics() {
    String application = settings.text(Setting.APPLICATION_ID);
    String editions = application + "-edition-repartition";
    String sources = application + "-source-articles-changelog";
    Map<String, Optional<Integer>> found =
        partitions(
            List.of(
                NewsTopics.RAW_ARTICLES,
                NewsTopics.ARTICLES,
                NewsTopics.STORY_UPDATES,
                NewsTopics.STORIES,
                NewsTopics.DEAD_LETTERS,
                editions,
                sources));
    List<String> missing =
        found.entrySet().stream()
            .filter(topic -> topic.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .filter(topic -> !topic.startsWith(application + "-"))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "topics are missing at "
              + brokers()
              + ": "
              + String.join(", ", missing)
              + "; run: storywire topics create");
    }
    found.get(editions).ifPresent(count -> same(editions, count, Setting.EDITION_PARTITIONS));
    int raw = found.get(NewsTopics.RAW_ARTICLES).orElseThrow();
    found
        .get(sources)
        .filter(before -> before != raw)
        .ifPresent(
            before -> {
              throw new IllegalStateException(
                  NewsTopics.RAW_ARTICLES
                      + " has "
                      + raw
                      + " partitions, and application "
                      + application
                      + " began with "
                      + before
                      + ": take a new application.id, which works through the raw articles that"
                      + " are kept");
            });
    expect(NewsTopics.RAW_ARTICLES, raw, Setting.TOPICS_RAW_PARTITIONS);
    for (String topic :
        List.of(NewsTopics.ARTICLES, NewsTopics.STORY_UPDATES, NewsTopics.STORIES)) {
      expect(topic, found.get(topic).orElseThrow(), Setting.TOPICS_PARTITIONS);
    }
  }

  private void same(String topic, int count, Setting setting) {
    int wanted = settings.number(setting, 1);
    if (count != wanted) {
      throw new IllegalStateException(
          "illegal "
              + setting.key()
              + ": "
              + wanted
              + ", "
              + topic
              + " has "
              + count
              + ELSEWHERE
              + setting.key()
              + "="
              + count);
    }
  }

  private void expect(String topic, int count, Setting setting) {
    int wanted = settings.number(setting, 1);
    if (count != wanted) {
      throw new IllegalStateException(
          topic
              + " has "
              + count
              + " partitions, expected "
              + wanted
              + "; set "
              + setting.key()
              + "="
              + count
              + ", or make the topic anew");
    }
  }

  /** Number of partitions by topic; empty for one that does not exist. */
  private Map<String, Optional<Integer>> partitions(List<String> topics) {
    Map<String, Optional<Integer>> partitions = new LinkedHashMap<>();
    long within = remainingMillis();
    String aRequest = Long.toString(Math.min(within, REQUEST_MILLIS));
    Map<String, String> hasty =
        Map.of(
            "socket.connection.setup.timeout.ms", aRequest,
            "socket.connection.setup.timeout.max.ms", aRequest,
            "request.timeout.ms", aRequest,
            "default.api.timeout.ms", Long.toString(within));
    try (Admin admin = Admin.create(settings.cluster().properties(hasty))) {
      Map<String, KafkaFuture<TopicDescription>> answers =
          admin.describeTopics(topics).topicNameValues();
      for (String topic : topics) {
        partitions.put(topic, count(topic, answers.get(topic)));
      }
    }
    return partitions;
  }

  private Optional<Integer> count(String topic, KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(answer.get().partitions().size());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw new IllegalStateException(
            brokers()
                + " takes connections and does not answer as a Kafka broker: are"
                + " kafka.security.protocol and the port those of the same listener?",
            e.getCause());
      }
      throw new IllegalStateException(
          "unable to ask " + brokers() + " for topic " + topic + ": " + e.getCause().getMessage(),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topic " + topic, e);
    }
  }

  private String brokers() {
    return settings.text(Setting.BOOTSTRAP_SERVERS);
  }

  /** A registry that goes away later is waited for. */
  private void registry(RegistrySettings registry) {
    RegistryClient client = new RegistryClient(registry);
    String subject = RegistryFormat.subject(NewsTopics.RAW_ARTICLES);
    String named = "the schema registry at " + registry.url();
    while (true) {
      try {
        CompletableFuture.supplyAsync(() -> client.versions(subject))
            .get(remainingMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        throw new IllegalStateException(named + " does not answer" + REGISTRY_CURE, e);
      } catch (ExecutionException e) {
        String why = named + " can't be asked: " + e.getCause().getMessage();
        if (!(e.getCause() instanceof RegistryUnavailableException)) {
          throw new IllegalStateException(why, e.getCause());
        }
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(why + REGISTRY_CURE);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while asking " + named, e);
      }
    }
  }
}
