package org.storywire.schemas.registry;

import java.time.Instant;
import org.storywire.news.Story;
import org.storywire.schemas.NewsTopics;

/** A record and where it is written. */
final class FerryStory {

  static final String TOPIC = NewsTopics.STORIES;
  static final String SUBJECT = "news.stories.v1-value";
  static final Story STORY =
      Story.newBuilder()
          .setStoryId("s-ferry")
          .setRevision(3)
          .setHeadline("Ferry runs aground off Callan")
          .setFirstAt(Instant.parse("2026-03-02T08:00:00Z"))
          .setLastAt(Instant.parse("2026-03-02T09:00:00Z"))
          .setArticles(2)
          .setIndependent(1)
          .setCopies(1)
          .setPerHour(2)
          .build();

  private FerryStory() {}
}
