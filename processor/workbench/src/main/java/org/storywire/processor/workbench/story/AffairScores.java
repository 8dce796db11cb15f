package org.storywire.processor.workbench.story;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.StoryView;
import org.storywire.processor.story.member.Arrival;

/**
 * How well affairs match labelled matters.
 *
 * @param affairs affairs of two stories or more
 * @param purity share of all articles that belong to the matter which most articles of their affair
 *     belong to; a story without affair is one of its own
 * @param share share of a matter's articles that are in its largest affair, mean over the matters
 * @param mixedStories stories with articles of two matters
 */
record AffairScores(long affairs, double purity, double share, long mixedStories) {

  /** Replays a stream and compares the affairs that readers know of in the end. */
  static AffairScores of(StoryModel model, Stream stream) {
    Map<String, String> affairOf = new HashMap<>();
    Map<String, String> storyOf =
        FollowerRun.stories(
            model,
            stream.arrivals(),
            (arrival, followed) -> {
              for (StoryView view : followed.views()) {
                view.affair().ifPresent(affair -> affairOf.put(view.storyId(), affair.affairId()));
              }
            });
    return of(stream, storyOf, affairOf);
  }

  private static AffairScores of(
      Stream stream, Map<String, String> storyOf, Map<String, String> affairOf) {
    Map<String, Map<String, Integer>> mattersOf = new TreeMap<>();
    Map<String, Map<String, Integer>> mattersOfStory = new TreeMap<>();
    Map<String, Integer> articles = new TreeMap<>();
    for (Arrival arrival : stream.arrivals()) {
      String matter = stream.stories().get(arrival.articleId());
      String story = storyOf.get(arrival.articleId());
      String affair = affairOf.getOrDefault(story, story);
      articles.merge(matter, 1, Integer::sum);
      mattersOf.computeIfAbsent(affair, id -> new HashMap<>()).merge(matter, 1, Integer::sum);
      mattersOfStory.computeIfAbsent(story, id -> new HashMap<>()).merge(matter, 1, Integer::sum);
    }
    double pure = 0;
    Map<String, Integer> largest = new HashMap<>();
    for (Map<String, Integer> matters : mattersOf.values()) {
      pure += most(matters.values());
      matters.forEach((matter, count) -> largest.merge(matter, count, Math::max));
    }
    double shares = 0;
    for (Map.Entry<String, Integer> matter : articles.entrySet()) {
      shares += (double) largest.get(matter.getKey()) / matter.getValue();
    }
    return new AffairScores(
        affairOf.values().stream().distinct().count(),
        pure / stream.arrivals().size(),
        shares / articles.size(),
        mattersOfStory.values().stream().filter(matters -> matters.size() > 1).count());
  }

  private static int most(Collection<Integer> counts) {
    return Collections.max(counts.isEmpty() ? List.of(0) : counts);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d affairs, purity %.4f, largest affair of a matter %.4f of it; %d stories hold two"
            + " matters",
        affairs,
        purity,
        share,
        mixedStories);
  }
}
