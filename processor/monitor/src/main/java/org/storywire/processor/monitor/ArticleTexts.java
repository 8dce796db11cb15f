package org.storywire.processor.monitor;

import java.util.Optional;
import org.storywire.news.Article;

/** Where the text of an article is fetched when somebody wants to read it. */
@FunctionalInterface
interface ArticleTexts {

  /** The record at a place in the topic of articles; empty if it is no longer kept. */
  Optional<Article> fetch(int partition, long offset);
}
