package org.storywire.schemas;

import java.util.List;

/** Names of the topics that storywire reads and writes. */
public final class NewsTopics {

  /** Untouched deliveries; key: source. */
  public static final String RAW_ARTICLES = "news.raw-articles.v1";

  /** Cleaned and judged articles; key: article id. */
  public static final String ARTICLES = "news.articles.v1";

  /** Events of stories' lives; key: story id. */
  public static final String STORY_UPDATES = "news.story-updates.v1";

  /** Stories as they stand, compacted; key: story id. */
  public static final String STORIES = "news.stories.v1";

  /** Deliveries that could not be processed, original bytes; key: the original key. */
  public static final String DEAD_LETTERS = "news.dead-letters.v1";

  /** Live sources, compacted; key: source id, a slash, and {@code settings} or {@code state}. */
  public static final String SOURCES = "news.sources.v1";

  /** Editors' decisions; key: edition. */
  public static final String OVERRIDES = "news.overrides.v1";

  /**
   * All topics in the order in which data flows, then what ingest keeps for itself and what editors
   * decided.
   */
  public static final List<String> ALL =
      List.of(RAW_ARTICLES, ARTICLES, STORY_UPDATES, STORIES, DEAD_LETTERS, SOURCES, OVERRIDES);

  private NewsTopics() {}
}
