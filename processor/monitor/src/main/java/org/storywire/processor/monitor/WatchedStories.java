package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/**
 * The stories that the monitor holds and the log of their events, as of one moment. Fed by one
 * thread, read by many.
 */
final class WatchedStories {

  /** Where a story stands in an order, by movement or by relevance, highest first. */
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

  private final UpdateLog log;
  private final Interner interner = new Interner();
  private final HeldStories stories;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private Instant now = Instant.EPOCH;

  /**
   * An empty view.
   *
   * @param mostStories stories held [1..]
   * @param mostRecent events held for each story [1..]
   * @param log where events are kept in order
   */
  WatchedStories(int mostStories, int mostRecent, UpdateLog log) {
    this.stories = new HeldStories(mostStories, mostRecent);
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
          stories.take(record, interner);
          return null;
        });
  }

  /** Takes in an event and appends it to the log. */
  Update update(int partition, long offset, StoryUpdate record) {
    Update update = new Update(partition, offset, record, interner);
    write(
        () -> {
          advance(update.at);
          log.append(update).ifPresent(stories::forget);
          stories.take(update, record);
          return null;
        });
    return update;
  }

  /** The story of an id, or the one it was merged into. */
  Optional<Detail> find(String id) {
    return read(
        () ->
            stories.find(id).map(story -> new Detail(card(story), story.recent(), now, log.end())));
  }

  /** The id that continues a story: its own unless it was merged. */
  String continued(String id) {
    return read(() -> stories.continued(id));
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
          for (HeldStory story : stories.from(from)) {
            if (query.matches(story)) {
              if (cards.size() == most) {
                return new Page(cards, Optional.of(HeldStories.place(story)), now, log.end());
              }
              cards.add(card(story));
            }
          }
          return new Page(cards, Optional.empty(), now, log.end());
        });
  }

  /**
   * Stories that a query wants, those that answer its words best first: where the words stand, how
   * many report, and how lately.
   *
   * @param from where to begin; empty for the beginning
   * @param most stories wanted [1..]
   */
  Page search(Query query, Optional<Place> from, int most) {
    return read(
        () -> {
          List<Place> places = new ArrayList<>();
          for (HeldStory story : stories.all()) {
            if (query.matches(story)) {
              places.add(new Place(Relevance.of(query.words(), story), story.id));
            }
          }
          places.sort(HeldStories.HOTTEST_FIRST);
          List<StoryCard> cards = new ArrayList<>();
          for (Place place : places) {
            if (from.isEmpty() || HeldStories.HOTTEST_FIRST.compare(from.get(), place) <= 0) {
              if (cards.size() == most) {
                return new Page(cards, Optional.of(place), now, log.end());
              }
              stories.find(place.id()).ifPresent(story -> cards.add(card(story)));
            }
          }
          return new Page(cards, Optional.empty(), now, log.end());
        });
  }

  /** What the stories held are about, who reports them and in which languages, with counts. */
  Facets facets() {
    return read(() -> Facets.of(stories.all()));
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
    return read(stories::evicted);
  }

  private StoryCard card(HeldStory story) {
    return StoryCard.of(story, stories.leadingTo(story.id), now);
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
