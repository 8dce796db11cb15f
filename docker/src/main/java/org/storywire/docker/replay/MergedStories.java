package org.storywire.docker.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.storywire.news.Story;

/** Where merged stories live on. */
final class MergedStories {

  private final Map<String, String> next = new HashMap<>();

  /** Reads stories in their last state and closes the stream. */
  static MergedStories of(Stream<Story> stories) {
    MergedStories redirects = new MergedStories();
    try (stories) {
      stories
          .filter(story -> story.getRedirectTo() != null)
          .forEach(story -> redirects.next.put(story.getStoryId(), story.getRedirectTo()));
      return redirects;
    }
  }

  /** The story that continues this one, however often it was merged. */
  String end(String storyId) {
    Set<String> passed = new HashSet<>();
    String at = storyId;
    while (passed.add(at) && next.containsKey(at)) {
      at = next.get(at);
    }
    return at;
  }
}
