package org.storywire.processor.workbench.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.storywire.processor.story.EditionStories;
import org.storywire.processor.story.Followed;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.StoryView;
import org.storywire.processor.story.member.Arrival;

/** Replays arrivals through a whole follower and reads off its output who ended up where. */
final class FollowerRun {

  private FollowerRun() {}

  /**
   * Story by article after the whole stream, as a reader of the story views knows it: mergers and
   * splits included, stories forgotten meanwhile too.
   */
  static Map<String, String> stories(
      StoryModel model, List<Arrival> arrivals, BiConsumer<Arrival, Followed> listener) {
    EditionStories follower =
        new EditionStories(StoryConfig.defaults(), model, new ForgetfulMemory());
    Map<String, String> stories = new HashMap<>();
    for (Arrival arrival : arrivals) {
      Followed followed = follower.follow(arrival);
      listener.accept(arrival, followed);
      for (StoryView view : followed.views()) {
        view.articleIds().forEach(article -> stories.put(article, view.storyId()));
      }
    }
    return stories;
  }
}
