package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.news.StoryEvidence;
import org.storywire.news.Verdict;
import org.storywire.processor.monitor.ask.Sketch;

/**
 * An article as the view holds it: who, when and how it relates, with the evidence as JSON. Its
 * text stays in Kafka; partition and offset say where, and a sketch what is in it.
 */
final class HeldArticle {

  final String id;
  final Optional<String> storyId;
  final String source;
  final String outlet;
  final Instant at;
  final int partition;
  final long offset;
  final Verdict verdict;
  final Optional<String> copyOf;
  final int revision;
  final String address;
  final Sketch sketch;
  private final byte[] json;

  /** How sure the verdict is that it is a copy [0..1]; 1 for what is none. */
  final float sureOfCopy;

  /** How far its score is from what its story asks for [0..]; 1 where nothing was asked. */
  final float storyMargin;

  /** The first version of it that was read. */
  final Place first;

  /** A record of the topic of articles. */
  record Place(int partition, long offset) {}

  HeldArticle(int partition, long offset, Article article, Interner interner) {
    this(partition, offset, article, new Place(partition, offset), interner);
  }

  HeldArticle(int partition, long offset, Article article, Place first, Interner interner) {
    this.first = first;
    this.id = article.getArticleId();
    this.storyId = Optional.ofNullable(article.getStoryId());
    this.source = interner.of(SafeText.of(article.getSource(), 200));
    this.outlet =
        article.getOutlet() == null ? source : interner.of(SafeText.of(article.getOutlet(), 200));
    this.verdict = article.getVerdict();
    this.copyOf = Optional.ofNullable(article.getCopyOf());
    this.revision = article.getRevision();
    this.sureOfCopy =
        copyOf.isPresent() && article.getCopyEvidence() != null
            ? (float) article.getCopyEvidence().getConfidence()
            : 1;
    StoryEvidence joined = article.getStoryEvidence();
    this.storyMargin =
        copyOf.isPresent() || joined == null || joined.getThreshold() <= 0
            ? 1
            : (float) Math.abs(joined.getScore() - joined.getThreshold());
    this.at = article.getEventAt();
    this.partition = partition;
    this.offset = offset;
    this.address = Addresses.plain(article.getUrl()).orElse("");
    this.sketch = Sketch.of(article.getBody());
    this.json = MonitorJson.article(article);
  }

  /** The article without its text as JSON, UTF-8; not to be changed. */
  byte[] json() {
    return json;
  }
}
