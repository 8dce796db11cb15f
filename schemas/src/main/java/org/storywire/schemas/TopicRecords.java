package org.storywire.schemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Source;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;

/** Which record the values of each topic are; dead letters hold whatever bytes there were. */
public final class TopicRecords {

  private static final Map<String, Schema> SCHEMAS = schemas();

  private TopicRecords() {}

  private static Map<String, Schema> schemas() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(NewsTopics.RAW_ARTICLES, RawArticle.getClassSchema());
    schemas.put(NewsTopics.ARTICLES, Article.getClassSchema());
    schemas.put(NewsTopics.STORY_UPDATES, StoryUpdate.getClassSchema());
    schemas.put(NewsTopics.STORIES, Story.getClassSchema());
    schemas.put(NewsTopics.SOURCES, Source.getClassSchema());
    schemas.put(NewsTopics.OVERRIDES, StoryOverride.getClassSchema());
    return schemas;
  }

  /** Topics whose values have a schema, in the order in which data flows. */
  public static List<String> topics() {
    return List.copyOf(SCHEMAS.keySet());
  }

  /** Today's schema of a topic's values; empty for dead letters and topics of others. */
  public static Optional<Schema> schema(String topic) {
    return Optional.ofNullable(SCHEMAS.get(topic));
  }

  /** All released schemas of a topic's values, oldest first; empty where there is none. */
  public static List<Schema> released(String topic) {
    return schema(topic).map(Schema::getName).map(ReleasedSchemas::of).orElse(List.of());
  }
}
