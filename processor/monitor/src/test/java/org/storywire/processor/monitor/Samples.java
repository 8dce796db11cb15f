package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;

/** Records for tests, complete except for what a test changes. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Position START = new Position("log1", List.of(0L, 0L, 0L));

  private Samples() {}

  static WatchedStories view() {
    return view(1_000, 1_000);
  }

  static WatchedStories view(int mostStories, int mostUpdates) {
    return new WatchedStories(mostStories, 60, new UpdateLog(mostUpdates, START));
  }

  static Story.Builder story(String id) {
    return Story.newBuilder()
        .setStoryId(id)
        .setRevision(1)
        .setState(StoryState.OPEN)
        .setEdition("en")
        .setHeadline("Ferry runs aground off Harrow Point")
        .setFirstAt(NOON)
        .setLastAt(NOON)
        .setArticles(1)
        .setIndependent(1)
        .setCopies(0)
        .setSources(List.of("harbour.example"))
        .setLanguages(List.of("en"))
        .setTopics(List.of(topic("medtop:03000000", "disaster, accident and emergency incident")));
  }

  static StoryUpdate.Builder update(String storyId, long revision) {
    return StoryUpdate.newBuilder()
        .setEventId(storyId + "/" + revision)
        .setStoryId(storyId)
        .setRevision(revision)
        .setKind(revision == 1 ? UpdateKind.OPENED : UpdateKind.COVERAGE)
        .setAt(NOON.plusSeconds(60 * revision))
        .setEdition("en")
        .setHeadline("Ferry runs aground off Harrow Point")
        .setArticleId("a-" + storyId + "-" + revision)
        .setNativeId("n-" + revision)
        .setSource("outlet" + revision + ".example")
        .setUrl("https://outlet" + revision + ".example/ferry")
        .setArticleTitle("Ferry runs aground off Harrow Point")
        .setMaterial(true)
        .setNews(new ArrayList<>(List.of(news("All 212 passengers are safe, the operator said."))))
        .setArticles((int) revision)
        .setIndependent((int) revision)
        .setCopies(0)
        .setTopics(List.of(topic("medtop:03000000", "disaster, accident and emergency incident")));
  }

  static NewItem news(String text) {
    return new NewItem(NewKind.SENTENCE, text, 0, text.length(), 0.9);
  }

  static Topic topic(String code, String label) {
    return new Topic(code, label, 0.8, false);
  }
}
