package org.storywire.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/**
 * The serde of each topic's value. The one place that decides how values are written: today Avro
 * single-object encoding, which needs no registry; a registry's wire format would be chosen here.
 */
public final class NewsSerdes {

  private NewsSerdes() {}

  /** Values of {@link NewsTopics#RAW_ARTICLES}. */
  public static Serde<RawArticle> rawArticle() {
    return of(RawArticle.class);
  }

  /** Values of {@link NewsTopics#ARTICLES}. */
  public static Serde<Article> article() {
    return of(Article.class);
  }

  /** Values of {@link NewsTopics#STORY_UPDATES}. */
  public static Serde<StoryUpdate> storyUpdate() {
    return of(StoryUpdate.class);
  }

  /** Values of {@link NewsTopics#STORIES}. */
  public static Serde<Story> story() {
    return of(Story.class);
  }

  /**
   * Values of an internal topic or store.
   *
   * @param type a generated record class
   */
  public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    return new AvroSerde<>(type);
  }
}
