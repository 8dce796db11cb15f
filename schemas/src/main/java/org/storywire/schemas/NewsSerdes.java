package org.storywire.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Source;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;

/**
 * The serde of each topic's value. Without a {@link WireFormat} it is Avro single-object encoding,
 * which internal topics and stores keep to, registry or not.
 */
public final class NewsSerdes {

  private NewsSerdes() {}

  /** Values of {@link NewsTopics#SOURCES}. */
  public static Serde<Source> source(WireFormat format) {
    return format.serde(Source.class);
  }

  /** Values of {@link NewsTopics#RAW_ARTICLES} without a registry. */
  public static Serde<RawArticle> rawArticle() {
    return rawArticle(WireFormat.SINGLE_OBJECT);
  }

  /** Values of {@link NewsTopics#RAW_ARTICLES}. */
  public static Serde<RawArticle> rawArticle(WireFormat format) {
    return format.serde(RawArticle.class);
  }

  /** Values of {@link NewsTopics#ARTICLES} without a registry. */
  public static Serde<Article> article() {
    return article(WireFormat.SINGLE_OBJECT);
  }

  /** Values of {@link NewsTopics#ARTICLES}. */
  public static Serde<Article> article(WireFormat format) {
    return format.serde(Article.class);
  }

  /** Values of {@link NewsTopics#STORY_UPDATES} without a registry. */
  public static Serde<StoryUpdate> storyUpdate() {
    return storyUpdate(WireFormat.SINGLE_OBJECT);
  }

  /** Values of {@link NewsTopics#STORY_UPDATES}. */
  public static Serde<StoryUpdate> storyUpdate(WireFormat format) {
    return format.serde(StoryUpdate.class);
  }

  /** Values of {@link NewsTopics#STORIES} without a registry. */
  public static Serde<Story> story() {
    return story(WireFormat.SINGLE_OBJECT);
  }

  /** Values of {@link NewsTopics#STORIES}. */
  public static Serde<Story> story(WireFormat format) {
    return format.serde(Story.class);
  }

  /** Values of {@link NewsTopics#OVERRIDES}. */
  public static Serde<StoryOverride> override(WireFormat format) {
    return format.serde(StoryOverride.class);
  }

  /**
   * Values of an internal topic or store.
   *
   * @param type a generated record class
   */
  public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    return WireFormat.SINGLE_OBJECT.serde(type);
  }
}
