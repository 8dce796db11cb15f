package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.docker.pipeline.FeedObserver;
import org.storywire.docker.pipeline.ResultCounts;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.ingest.Delivery;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/**
 * Keeps the results of a feed, whatever cluster it ran on, and writes them in the order of the
 * feed: two runs with the same results have the same files and the same digest.
 */
public final class Recording implements FeedObserver, ResultListener, AutoCloseable {

  /** Format of the files; 2 names fields as the topics do, and carries the former names, too. */
  private static final int FORMAT = 2;

  private final Path directory;
  private final FeedOrder order = new FeedOrder();
  private final Collected collected;
  private final ArticleArchive archive;
  private final ResultCounts tally = new ResultCounts();

  /**
   * Begins to record.
   *
   * @param directory for the results; created if missing, earlier results are replaced
   */
  public Recording(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.collected = new Collected(order);
    this.archive = new ArticleArchive(directory);
  }

  @Override
  public void feeding(Delivery delivery) {
    order.feeding(delivery);
  }

  @Override
  public void article(Article article) {
    tally.article(article);
    archive.article(article);
    collected.article(article);
  }

  @Override
  public void update(StoryUpdate update) {
    tally.update(update);
    collected.update(update);
  }

  @Override
  public void story(Story story) {
    tally.story(story);
    collected.story(story);
  }

  @Override
  public void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    tally.deadLetter(letter);
    collected.deadLetter(letter);
  }

  /** An override is about to be sent. */
  void override(StoryOverride override) {
    order.override(override.getOverrideId());
  }

  /** Counts of what was recorded so far. */
  public ResultCounts tally() {
    return tally;
  }

  /**
   * Writes what was recorded so far; may be called again when more was.
   *
   * @param taken duration of the feed, for the summary
   * @return digest of the results, 64 hex digits
   */
  public String write(Duration taken) throws IOException {
    ReplayFiles files = new ReplayFiles(directory);
    String digest = files.write(collected, order);
    ObjectNode summary = counts().put("format", FORMAT);
    double seconds = taken.toMillis() / 1000.0;
    summary
        .putObject("timing")
        .put("seconds", seconds)
        .put("articlesPerSecond", Math.round(rate(seconds) * 10) / 10.0);
    summary.put("digest", digest);
    files.write(summary);
    return digest;
  }

  /** Articles a second. */
  double rate(double seconds) {
    return tally.articles() / Math.max(0.001, seconds);
  }

  private ObjectNode counts() {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("deliveries", order.size());
    summary.put("articles", tally.articles());
    ObjectNode verdicts = summary.putObject("verdicts");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.name().toLowerCase(Locale.ROOT), tally.articles(verdict));
    }
    summary.put("unreadDates", tally.unreadDates());
    summary.put("stories", tally.stories());
    ObjectNode updates = summary.putObject("updates");
    for (UpdateKind kind : UpdateKind.values()) {
      updates.put(kind.name().toLowerCase(Locale.ROOT), tally.updates(kind));
    }
    summary.put("deadLetters", tally.deadLetters());
    return summary;
  }

  @Override
  public void close() {
    archive.close();
    collected.close();
  }
}
