package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.member.Arrival;

/** A follower with the shipped weights, all that it told, and articles that tests often give it. */
final class FollowedNews {

  static final StoryModel MODEL = StoryModel.shipped();

  final EditionStories follower =
      new EditionStories(StoryConfig.defaults(), MODEL, new MapMemory());
  private final List<StoryEvent> events = new ArrayList<>();

  Followed follow(Arrival arrival) {
    Followed followed = follower.follow(arrival);
    events.addAll(followed.events());
    return followed;
  }

  /** A ferry sinks: article a1, which opens a story where nothing is held. */
  Followed sinking() {
    return follow(
        Articles.original(
            "a1",
            "wire.example",
            "2026-03-03T18:00:00Z",
            Articles.HARBOUR_TITLE,
            Articles.HARBOUR));
  }

  /** Another outlet reports more dead and a cause: article a2. */
  Followed toll() {
    return follow(
        Articles.original(
            "a2",
            "gazette.example",
            "2026-03-04T09:00:00Z",
            Articles.HARBOUR_MORE_TITLE,
            Articles.HARBOUR_MORE));
  }

  /** Something else altogether: article e1. */
  Followed election(String published) {
    return follow(
        Articles.original(
            "e1", "gazette.example", published, Articles.ELECTION_TITLE, Articles.ELECTION));
  }

  void assertRevisionsHaveNoGaps() {
    Map<String, Long> last = new HashMap<>();
    for (StoryEvent event : events) {
      assertThat(event.revision()).isEqualTo(last.getOrDefault(event.storyId(), 0L) + 1);
      last.put(event.storyId(), event.revision());
    }
  }
}
