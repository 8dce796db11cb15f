package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.Optional;
import org.storywire.news.Article;

/**
 * An article as the view holds it: who, when and how it relates, with the evidence as JSON. Its
 * text stays in Kafka; partition and offset say where.
 */
final class HeldArticle {

  final String id;
  final Optional<String> storyId;
  final String source;
  final Instant at;
  final int partition;
  final long offset;
  private final byte[] json;

  HeldArticle(int partition, long offset, Article article, Interner interner) {
    this.id = article.getArticleId();
    this.storyId = Optional.ofNullable(article.getStoryId());
    this.source = interner.of(SafeText.of(article.getSource(), 200));
    this.at = article.getEventAt();
    this.partition = partition;
    this.offset = offset;
    this.json = MonitorJson.article(article);
  }

  /** The article without its text as JSON, UTF-8; not to be changed. */
  byte[] json() {
    return json;
  }
}
