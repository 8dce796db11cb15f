package org.storywire.processor.streams;

import java.time.Duration;
import java.util.Objects;
import org.storywire.processor.article.ArticleConfig;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.syndication.SyndicationConfig;

/**
 * What the topology needs to know.
 *
 * @param editions what divides the stream into ordered editions
 * @param editionPartitions partitions of the ordered stage [1..]
 * @param knownFor how long an article's identity is remembered after its last visit
 * @param article settings of the clean core
 * @param syndication settings of the syndication core
 * @param story settings of the story core
 */
public record TopologySettings(
    Editions editions,
    int editionPartitions,
    Duration knownFor,
    ArticleConfig article,
    SyndicationConfig syndication,
    StoryConfig story) {

  /** Checks ranges. */
  public TopologySettings {
    Objects.requireNonNull(editions, "editions");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(syndication, "syndication");
    Objects.requireNonNull(story, "story");
    if (editionPartitions < 1) {
      throw new IllegalArgumentException(
          "illegal edition.partitions: " + editionPartitions + ", must be at least 1");
    }
    if (knownFor.isNegative() || knownFor.isZero()) {
      throw new IllegalArgumentException(
          "illegal article.known-for: " + knownFor + ", must be above zero");
    }
  }
}
