package org.storywire.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How storywire's topics are to be, in the order in which data flows. */
public final class TopicDefinitions {

  /** Largest batch a topic takes, after compression [bytes]: one page of a source with room. */
  static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

  /**
   * The same for the dead letters: they carry the largest record whole, even one that does not
   * compress, and the error in headers beside it. A letter that its topic refused would stop the
   * processor.
   */
  static final int MAX_LETTER_BYTES = MAX_MESSAGE_BYTES + 1024 * 1024;

  private static final String FOREVER = "-1";

  private TopicDefinitions() {}

  /**
   * The topics of a live system.
   *
   * <p>Records carry event time, and the broker measures retention by it: a record older than the
   * retention goes at the broker's next check. To feed an archive, use {@link #unexpiring}.
   *
   * @param replication copies of each partition [1..]; with three or more, a write needs two
   */
  public static List<TopicDefinition> standard(int replication) {
    return List.of(
        deleted(NewsTopics.RAW_ARTICLES, 12, replication, Duration.ofDays(7)),
        deleted(NewsTopics.ARTICLES, 4, replication, Duration.ofDays(7)),
        deleted(NewsTopics.STORY_UPDATES, 4, replication, Duration.ofDays(30)),
        compacted(NewsTopics.STORIES, 4, replication),
        deleted(NewsTopics.DEAD_LETTERS, 1, replication, Duration.ofDays(30))
            .withConfig("max.message.bytes", Integer.toString(MAX_LETTER_BYTES)),
        // Every request to a source writes its state: compacted often, it is read again quickly.
        compacted(NewsTopics.SOURCES, 12, replication)
            .withConfig("segment.bytes", Integer.toString(32 * 1024 * 1024))
            .withConfig("max.compaction.lag.ms", Long.toString(Duration.ofHours(1).toMillis())),
        // Few, in one order, and for ever: they are the record of who decided what.
        deleted(NewsTopics.OVERRIDES, 1, replication, Duration.ZERO)
            .withConfig("retention.ms", FOREVER));
  }

  /**
   * The same topics for articles of any age: nothing expires, and a jump in event time does not
   * open a new segment file. For replays and for demonstrations with archived articles.
   *
   * @param replication copies of each partition [1..]
   */
  public static List<TopicDefinition> unexpiring(int replication) {
    return standard(replication).stream()
        .map(
            topic ->
                topic
                    .withConfig("retention.ms", FOREVER)
                    .withConfig("segment.ms", Long.toString(Long.MAX_VALUE)))
        .toList();
  }

  private static TopicDefinition deleted(
      String name, int partitions, int replication, Duration retention) {
    return definition(
        name,
        partitions,
        replication,
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
  }

  private static TopicDefinition compacted(String name, int partitions, int replication) {
    return definition(name, partitions, replication, Map.of("cleanup.policy", "compact"));
  }

  private static TopicDefinition definition(
      String name, int partitions, int replication, Map<String, String> kept) {
    Map<String, String> configs = new TreeMap<>(kept);
    configs.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    configs.put("message.timestamp.type", "CreateTime");
    configs.put("min.insync.replicas", replication >= 3 ? "2" : "1");
    return new TopicDefinition(name, partitions, replication, configs);
  }
}
