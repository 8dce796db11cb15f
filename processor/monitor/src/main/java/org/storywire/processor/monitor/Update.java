package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.List;
import org.storywire.news.NewItem;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/**
 * One event of a story's life as the monitor holds it: where it lies in the log, what queries and
 * counts need, and the JSON that readers get, written once for all of them.
 */
final class Update implements Subject {

  private static final double FAINT = 0.05;

  final int partition;
  final long offset;
  final String storyId;
  final long revision;
  final UpdateKind kind;
  final Instant at;
  final String source;
  final boolean late;
  final List<ShownTopic> topics;
  private final String edition;
  private final boolean material;
  private final int independent;
  private final List<String> words;
  private final byte[] json;

  /** Takes over what a record says, made harmless. */
  Update(int partition, long offset, StoryUpdate update, Interner interner) {
    this.partition = partition;
    this.offset = offset;
    this.storyId = update.getStoryId();
    this.revision = update.getRevision();
    this.kind = update.getKind();
    this.at = update.getAt();
    this.source =
        update.getSource() == null ? "" : interner.of(SafeText.of(update.getSource(), 200));
    this.late = update.getLate();
    this.topics = ShownTopic.of(update.getTopics(), interner);
    this.edition = interner.of(update.getEdition());
    this.material = update.getMaterial();
    this.independent = update.getIndependent();
    this.words = words(update);
    this.json = MonitorJson.update(update, topics);
  }

  /** The update as JSON, UTF-8; not to be changed. */
  byte[] json() {
    return json;
  }

  /**
   * True if an article of its own came with it, rather than a copy, a change or a passing of time.
   */
  boolean reports() {
    return kind == UpdateKind.OPENED || kind == UpdateKind.COVERAGE || kind == UpdateKind.REOPENED;
  }

  /**
   * What it adds to the movement of its story: more for a story that many report, so that a new one
   * of a single source does not outrank it; little if it came late.
   */
  double weight() {
    if (late) {
      return FAINT;
    }
    double kindWeight =
        reports()
            ? breadth()
            : kind == UpdateKind.COPY ? 0.1 : kind == UpdateKind.REVISION ? 0.2 : FAINT;
    return kindWeight + (material ? 1 : 0);
  }

  /** One for three independent reports, half of it for the first [0..]. */
  private double breadth() {
    return Math.log1p(independent) / Math.log(4);
  }

  @Override
  public List<String> words() {
    return words;
  }

  @Override
  public List<ShownTopic> topics() {
    return topics;
  }

  @Override
  public boolean hasSource(String wanted) {
    return Subject.sameSource(source, wanted);
  }

  @Override
  public boolean hasLanguage(String language) {
    return Subject.editionSpeaks(edition, language);
  }

  @Override
  public boolean material() {
    return material;
  }

  @Override
  public int independent() {
    return independent;
  }

  private static List<String> words(StoryUpdate update) {
    StringBuilder text = new StringBuilder();
    if (update.getArticleTitle() != null
        && !update.getArticleTitle().equals(update.getHeadline())) {
      text.append(update.getArticleTitle());
    }
    for (NewItem item : update.getNews()) {
      text.append('\n').append(item.getText());
    }
    String headline = Words.fold(SafeText.of(update.getHeadline(), 500));
    return text.isEmpty()
        ? List.of(headline)
        : List.of(headline, Words.fold(SafeText.of(text.toString(), 4_000)));
  }
}
