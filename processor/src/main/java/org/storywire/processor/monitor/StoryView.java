package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;

/**
 * The stories that the monitor holds, a bounded number: the least recently updated goes first. Fed
 * by one thread, read by many. Stories and their events come from two topics and may arrive in any
 * order; revisions tell which is the later.
 */
final class StoryView {

  /** Where a story stands in the order of movement, hottest first. */
  record Place(double heat, String id) {}

  /**
   * A part of a list of stories.
   *
   * @param next where the following part begins; empty at the end
   * @param now event time that the cards are as of
   * @param position stories are at least as new as the updates before it
   */
  record Page(List<StoryCard> stories, Optional<Place> next, Instant now, Position position) {
    Page {
      stories = List.copyOf(stories);
    }
  }

  /**
   * A story with its events.
   *
   * @param updates events held, oldest first
   */
  record Detail(StoryCard card, List<Update> updates, Instant now, Position position) {
    Detail {
      updates = List.copyOf(updates);
    }
  }

  private record Touch(Instant at, String id) {}

  private final int mostStories;
  private final int mostRecent;
  private final UpdateLog log;
  private final Interner interner = new Interner();
  private final Map<String, HeldStory> stories = new HashMap<>();
  private final Redirects redirects;
  private final TreeSet<Place> byHeat =
      new TreeSet<>(Comparator.comparingDouble(Place::heat).reversed().thenComparing(Place::id));
  private final TreeSet<Touch> byTouch =
      new TreeSet<>(Comparator.comparing(Touch::at).thenComparing(Touch::id));
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private Instant now = Instant.EPOCH;
  private long evicted;

  /**
   * An empty view.
   *
   * @param mostStories stories held [1..]
   * @param mostRecent events held for each story [1..]
   * @param log where events are kept in order
   */
  StoryView(int mostStories, int mostRecent, UpdateLog log) {
    this.mostStories = mostStories;
    this.mostRecent = mostRecent;
    this.redirects = new Redirects(mostStories);
    this.log = log;
  }

  /** The log of events. */
  UpdateLog log() {
    return log;
  }

  /** Takes in a story as it stands. */
  void story(Story record) {
    write(
        () -> {
          advance(record.getLastAt());
          if (record.getState() == StoryState.MERGED && record.getRedirectTo() != null) {
            redirect(record.getStoryId(), record.getRedirectTo());
          } else if (!redirects.has(record.getStoryId())) {
            change(record.getStoryId(), story -> story.take(record, interner));
          }
          return null;
        });
  }

  /** Takes in an event and appends it to the log. */
  Update update(int partition, long offset, StoryUpdate record) {
    Update update = new Update(partition, offset, record, interner);
    write(
        () -> {
          advance(update.at);
          log.append(update).ifPresent(this::forget);
          change(
              redirects.resolve(update.storyId),
              story -> {
                if (story.id.equals(update.storyId)) {
                  story.take(update, record, mostRecent);
                } else {
                  story.remember(update, mostRecent);
                }
              });
          return null;
        });
    return update;
  }

  /** The story of an id, or the one it was merged into. */
  Optional<Detail> find(String id) {
    return read(
        () ->
            Optional.ofNullable(stories.get(redirects.resolve(id)))
                .map(story -> new Detail(card(story), story.recent(), now, log.end())));
  }

  /** The id that continues a story: its own unless it was merged. */
  String continued(String id) {
    return read(() -> redirects.resolve(id));
  }

  /**
   * Stories that a query wants, those that move most first.
   *
   * @param from where to begin; empty for the beginning
   * @param most stories wanted [1..]
   */
  Page page(Query query, Optional<Place> from, int most) {
    return read(
        () -> {
          List<StoryCard> cards = new ArrayList<>();
          var places = from.map(place -> byHeat.tailSet(place, true)).orElse(byHeat);
          for (Place place : places) {
            HeldStory story = stories.get(place.id());
            if (query.matches(story)) {
              if (cards.size() == most) {
                return new Page(cards, Optional.of(place), now, log.end());
              }
              cards.add(card(story));
            }
          }
          return new Page(cards, Optional.empty(), now, log.end());
        });
  }

  /** What the stories held are about, who reports them and in which languages, with counts. */
  Facets facets() {
    return read(() -> Facets.of(stories.values()));
  }

  /** Event time of the newest event or story seen. */
  Instant now() {
    return read(() -> now);
  }

  /** Stories held. */
  int size() {
    return read(stories::size);
  }

  /** Stories let go because more arrived than are held. */
  long evicted() {
    return read(() -> evicted);
  }

  private void change(String id, java.util.function.Consumer<HeldStory> change) {
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
    place(story);
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

  private StoryCard card(HeldStory story) {
    return StoryCard.of(story, redirects.leadingTo(story.id), now);
  }

  private void place(HeldStory story) {
    byHeat.add(new Place(story.heat, story.id));
    byTouch.add(new Touch(story.lastAt, story.id));
  }

  private void unplace(HeldStory story) {
    byHeat.remove(new Place(story.heat, story.id));
    byTouch.remove(new Touch(story.lastAt, story.id));
  }

  private void forget(Update update) {
    HeldStory story = stories.get(redirects.resolve(update.storyId));
    if (story != null) {
      story.forget(update);
    }
  }

  private void advance(Instant at) {
    if (at.isAfter(now)) {
      now = at;
    }
  }

  private <T> T read(Supplier<T> what) {
    lock.readLock().lock();
    try {
      return what.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T write(Supplier<T> what) {
    lock.writeLock().lock();
    try {
      return what.get();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
