package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.processor.monitor.ask.Sketch;

/**
 * An article as the view holds it: who, when and how it relates, with the evidence as JSON. Its
 * text stays in Kafka; partition and offset say where, and a sketch what is in it.
 */
final class HeldArticle {

  final String id;
  final Optional<String> storyId;
  final String source;
  final Instant at;
  final int partition;
  final long offset;
  final String address;
  final Sketch sketch;
  private final byte[] json;

  HeldArticle(int partition, long offset, Article article, Interner interner) {
    this.id = article.getArticleId();
    this.storyId = Optional.ofNullable(article.getStoryId());
    this.source = interner.of(SafeText.of(article.getSource(), 200));
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
