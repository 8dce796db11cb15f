package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.processor.monitor.WatchedStories.Place;

/**
 * A bounded number of stories, in order of movement: the least recently updated goes first. Stories
 * and their events come from two topics and may arrive in any order; revisions tell which is the
 * later. Not thread-safe.
 */
final class HeldStories {

  /** By height, then id. */
  static final Comparator<Place> HOTTEST_FIRST =
      Comparator.comparingDouble(Place::heat).reversed().thenComparing(Place::id);

  private record Touch(Instant at, String id) {}

  private final int mostStories;
  private final int mostRecent;
  private final Map<String, HeldStory> stories = new HashMap<>();
  private final Redirects redirects;
  private final TreeSet<Place> byHeat = new TreeSet<>(HOTTEST_FIRST);
  private final TreeSet<Touch> byTouch =
      new TreeSet<>(Comparator.comparing(Touch::at).thenComparing(Touch::id));
  private long evicted;

  /**
   * No stories yet.
   *
   * @param mostStories stories held [1..]
   * @param mostRecent events held for each story [1..]
   */
  HeldStories(int mostStories, int mostRecent) {
    this.mostStories = mostStories;
    this.mostRecent = mostRecent;
    this.redirects = new Redirects(mostStories);
  }

  /** Takes in a story as it stands. */
  void take(Story record, Interner interner) {
    if (record.getState() == StoryState.MERGED && record.getRedirectTo() != null) {
      redirect(record.getStoryId(), record.getRedirectTo());
    } else if (!redirects.has(record.getStoryId())) {
      change(record.getStoryId(), story -> story.take(record, interner));
    }
  }

  /** Takes in an event. */
  void take(Update update, StoryUpdate record) {
    change(
        redirects.resolve(update.storyId),
        story -> {
          if (story.id.equals(update.storyId)) {
            story.take(update, record, mostRecent);
          } else {
            story.remember(update, mostRecent);
          }
        });
  }

  /** Lets go of an event. */
  void forget(Update update) {
    find(update.storyId).ifPresent(story -> story.forget(update));
  }

  /** The story of an id, or the one it was merged into. */
  Optional<HeldStory> find(String id) {
    return Optional.ofNullable(stories.get(redirects.resolve(id)));
  }

  /** The id that continues a story: its own unless it was merged. */
  String continued(String id) {
    return redirects.resolve(id);
  }

  /** Ids that were merged into a story. */
  List<String> leadingTo(String id) {
    return redirects.leadingTo(id);
  }

  /** Stories, those that move most first, from a place on; all of them if it is empty. */
  Iterable<HeldStory> from(Optional<Place> first) {
    SortedSet<Place> places = first.map(place -> byHeat.tailSet(place, true)).orElse(byHeat);
    return () -> places.stream().map(place -> stories.get(place.id())).iterator();
  }

  /** Every story, in no order. */
  Collection<HeldStory> all() {
    return Collections.unmodifiableCollection(stories.values());
  }

  /** Stories held. */
  int size() {
    return stories.size();
  }

  /** Stories let go because more arrived than are held. */
  long evicted() {
    return evicted;
  }

  /** Where a story stands in the order of movement. */
  static Place place(HeldStory story) {
    return new Place(story.heat, story.id);
  }

  private void change(String id, Consumer<HeldStory> change) {
    HeldStory story = stories.get(id);
    if (story == null) {
      story = new HeldStory(id);
      stories.put(id, story);
    } else {
      unplace(story);
    }
    change.accept(story);
    if (story.lastAt == null) {
      stories.remove(id);
      return;
    }
    byHeat.add(place(story));
    byTouch.add(touch(story));
    while (stories.size() > mostStories) {
      HeldStory oldest = stories.remove(byTouch.first().id());
      unplace(oldest);
      evicted++;
    }
  }

  private void redirect(String from, String to) {
    if (!redirects.add(from, to)) {
      return;
    }
    HeldStory old = stories.remove(from);
    if (old != null) {
      unplace(old);
      change(redirects.resolve(to), into -> into.absorb(old, mostRecent));
    }
  }

  private void unplace(HeldStory story) {
    byHeat.remove(place(story));
    byTouch.remove(touch(story));
  }

  private static Touch touch(HeldStory story) {
    return new Touch(story.lastAt, story.id);
  }
}
