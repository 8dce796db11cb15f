package org.storywire.processor.monitor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;

/** A monitor on a free loopback port that is fed by hand instead of from Kafka. */
final class TestMonitor implements AutoCloseable {

  /** What the one editor presents. */
  static final String EDITOR = "token-of-the-night-desk";

  /** Streams that may be open at once. */
  static final int MOST_READERS = 2_000;

  final UpdateLog log;
  final WatchedStories stories;
  final ArticleView articles = new ArticleView(10_000);
  final HealthView health;
  final StreamHub hub;
  final OverrideView overrides = new OverrideView();
  final List<StoryOverride> decided = new CopyOnWriteArrayList<>();
  private final Map<String, Article> texts = new ConcurrentHashMap<>();
  private final MonitorServer server;
  private long nextOffset;

  TestMonitor() {
    this(10_000, History.none(), Optional.empty(), Samples.START, 0);
  }

  TestMonitor(int mostUpdates, History history, Optional<String> token, Position start, int port) {
    this(mostUpdates, history, token, start, port, Clock.systemUTC());
  }

  TestMonitor(
      int mostUpdates,
      History history,
      Optional<String> token,
      Position start,
      int port,
      Clock clock) {
    log = new UpdateLog(mostUpdates, start);
    stories = new WatchedStories(10_000, 60, log);
    health = new HealthView(clock);
    hub = new StreamHub(log, history, MOST_READERS);
    Api api = new Api(stories, articles, this::text, health, history, hub, java.util.List.of());
    Access access = new Access(token, Map.of(EDITOR, "night desk"), "127.0.0.1");
    OverrideApi editing =
        new OverrideApi(stories, articles, overrides, access, clock, this::decided);
    server = new MonitorServer("127.0.0.1", port, api, editing, hub, access);
    hub.start();
    server.start();
    health.progress("following", 0);
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  int port() {
    return server.port();
  }

  void take(int partition, long offset, StoryUpdate update) {
    stories.update(partition, offset, update);
    health.update(update.getAt());
    hub.updatesArrived();
  }

  /** Takes in the next update of partition 0. */
  void take(StoryUpdate update) {
    take(0, nextOffset++, update);
  }

  void take(Story story) {
    stories.story(story);
  }

  void take(Article article) {
    long offset = texts.size();
    texts.put("0/" + offset, article);
    articles.article(0, offset, article);
    health.article(article.getSource(), article.getEventAt());
  }

  /** An article that was taken in. */
  Article text(String articleId) {
    return texts.values().stream()
        .filter(article -> article.getArticleId().equals(articleId))
        .findFirst()
        .orElseThrow();
  }

  /** The text of an article is no longer kept. */
  void lose(String articleId) {
    texts.values().removeIf(article -> article.getArticleId().equals(articleId));
  }

  @Override
  public void close() {
    hub.close();
    server.close();
  }

  /** An override comes back from its topic, as it would from Kafka. */
  private void decided(StoryOverride override) {
    decided.add(override);
    overrides.take(override);
  }

  private Optional<Article> text(int partition, long offset) {
    return Optional.ofNullable(texts.get(partition + "/" + offset));
  }
}
