package org.storywire.processor.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.news.StoryOverride;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.Overrides;

/**
 * The live monitor of one cluster: reads its topics and serves page, API and stream.
 *
 * <pre>
 * try (Monitor monitor = new Monitor(MonitorConfig.of("localhost:9092"))) {
 *   monitor.start();
 *   System.out.println(monitor.address());
 *   monitor.ended().join();
 * }
 * </pre>
 */
public final class Monitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final int RECENT_PER_STORY = 60;
  private static final int SHORTEST_TOKEN = 16;

  private final MonitorConfig config;
  private final List<AutoCloseable> open = new ArrayList<>();
  private Optional<MonitorServer> server = Optional.empty();
  private Optional<ViewFeeder> feeder = Optional.empty();

  /** A monitor that has not started. */
  public Monitor(MonitorConfig config) {
    this.config = config;
  }

  /**
   * Begins to read and to serve. Returns when the port is open; stories appear as they are read.
   *
   * @throws IllegalStateException if the topics can't be found
   */
  public void start() {
    Optional<String> token = config.tokenFile().map(Monitor::readToken);
    Cluster cluster = config.cluster();
    String logName = Topics.logName(cluster);
    Clock clock = Clock.systemUTC();
    UpdateLog log = new UpdateLog(config.maxUpdates(), new Position(logName, List.of(0L)));
    WatchedStories stories = new WatchedStories(config.maxStories(), RECENT_PER_STORY, log);
    ArticleView articles = new ArticleView(config.maxArticles());
    OverrideView overrides = new OverrideView();
    Map<String, String> editors = config.editorsFile().map(Monitor::readEditors).orElse(Map.of());
    Access access = new Access(token, editors, config.host());
    HealthView health = new HealthView(clock);
    KafkaHistory history =
        opened(new KafkaHistory(() -> Topics.consumer(cluster, 500), cluster.format()));
    KafkaTexts texts = opened(new KafkaTexts(Topics.consumer(cluster, 1), cluster.format()));
    StreamHub hub = new StreamHub(log, history, config.maxReaders());
    ViewFeeder reading =
        opened(
            new ViewFeeder(
                Topics.consumer(cluster, 2_000),
                cluster.format(),
                stories,
                articles,
                overrides,
                health,
                new ViewFeeder.Limits(
                    config.maxUpdates(), config.maxArticles(), config.brokerTimeout()),
                logName,
                clock,
                hub::updatesArrived));
    List<WebhookSender> senders = new ArrayList<>();
    for (WebhookConfig target : config.webhookFile().map(WebhookConfig::read).orElse(List.of())) {
      WebhookSender sender =
          new WebhookSender(target, clock, wait -> TimeUnit.NANOSECONDS.sleep(wait.toNanos()));
      senders.add(sender);
      opened(
              new Webhook(
                  target,
                  Topics.committing(cluster, Webhook.group(target)),
                  cluster.format(),
                  sender))
          .start();
    }
    Api api = new Api(stories, articles, texts, health, history, hub, senders);
    MonitorServer serving =
        opened(
            new MonitorServer(
                config.host(),
                config.port(),
                api,
                new OverrideApi(
                    stories, articles, overrides, access, clock, sender(cluster, editors)),
                hub,
                access));
    opened(hub);
    reading.start();
    hub.start();
    serving.start();
    feeder = Optional.of(reading);
    server = Optional.of(serving);
    if (token.isEmpty() && !Access.isLoopback(config.host())) {
      LOG.warn("anyone who reaches host={} can read the monitor: no token is set", config.host());
    }
    LOG.info("monitor at {}", address());
  }

  /** Port listened on. */
  public int port() {
    return server.orElseThrow(() -> new IllegalStateException("monitor not started")).port();
  }

  /** Address of the page. */
  public String address() {
    return "http://"
        + (config.host().contains(":") ? "[" + config.host() + "]" : config.host())
        + ":"
        + port()
        + "/";
  }

  /** Completes when all stories that existed at the start are shown. */
  public CompletableFuture<Void> caughtUp() {
    return feeder.orElseThrow(() -> new IllegalStateException("monitor not started")).caughtUp();
  }

  /** Completes when the monitor was closed; exceptionally when it had to stop. */
  public CompletableFuture<Void> ended() {
    return feeder.orElseThrow(() -> new IllegalStateException("monitor not started")).ended();
  }

  @Override
  public void close() {
    config.cluster().format().close();
    List<AutoCloseable> closing = new ArrayList<>(open);
    Collections.reverse(closing);
    open.clear();
    for (AutoCloseable part : closing) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("unable to close {}", part.getClass().getSimpleName(), e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.add(part);
    return part;
  }

  /** Without editors nobody gets as far as sending, and no producer is opened. */
  private Consumer<StoryOverride> sender(Cluster cluster, Map<String, String> editors) {
    if (editors.isEmpty()) {
      return override -> {
        throw new IllegalStateException("an override without editors");
      };
    }
    Producer<String, StoryOverride> producer = opened(Overrides.producer(cluster));
    return override -> Overrides.send(producer, override);
  }

  private static Map<String, String> readEditors(Path file) {
    Map<String, String> editors = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int space = line.strip().lastIndexOf(' ');
          String token = line.strip().substring(space + 1);
          if (space < 1 || token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                "an editor in "
                    + file
                    + " has no name or too short a token, expected a name, a space, and at least "
                    + SHORTEST_TOKEN
                    + " characters");
          }
          editors.put(token, line.strip().substring(0, space).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read the editors' file " + file, e);
    }
    return editors;
  }

  private static String readToken(Path file) {
    try (var lines = Files.lines(file)) {
      String token = lines.findFirst().orElse("").strip();
      if (token.length() < SHORTEST_TOKEN) {
        throw new IllegalArgumentException(
            "the token in "
                + file
                + " has "
                + token.length()
                + " characters, expected at least "
                + SHORTEST_TOKEN);
      }
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read the token file " + file, e);
    }
  }
}
