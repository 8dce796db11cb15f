package org.storywire.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.storywire.news.RawArticle;

/**
 * Dates the undated articles of a feed that is read from files: each is given, as {@code feedAt},
 * the date of the last dated article before it. Where the feed begins undated, its first date
 * counts, if it is among the first {@value #LOOK_AHEAD} deliveries.
 *
 * <p>A receipt that the input states stays as it is. A date that no article can have yet, being
 * later than the wall clock, counts as none.
 */
final class FeedTime implements Iterator<Delivery> {

  /** Deliveries held back at most until the first date is known. */
  static final int LOOK_AHEAD = 1_000;

  private final Iterator<Delivery> feed;
  private final Clock wallClock;
  private final Deque<Delivery> ahead = new ArrayDeque<>();
  private Optional<Instant> time = Optional.empty();
  private boolean begun;

  FeedTime(Iterator<Delivery> feed, Clock wallClock) {
    this.feed = feed;
    this.wallClock = wallClock;
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || feed.hasNext();
  }

  @Override
  public Delivery next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no deliveries left");
    }
    if (!begun) {
      begin();
    }
    Delivery next = ahead.isEmpty() ? feed.next() : ahead.remove();
    time = date(next).or(() -> time);
    return next instanceof Delivery.Found found ? dated(found) : next;
  }

  private void begin() {
    begun = true;
    while (time.isEmpty() && ahead.size() < LOOK_AHEAD && feed.hasNext()) {
      Delivery next = feed.next();
      ahead.add(next);
      time = date(next);
    }
  }

  private Delivery dated(Delivery.Found found) {
    if (found.arrival() == Delivery.Arrival.STATED || date(found).isPresent() || time.isEmpty()) {
      return found;
    }
    RawArticle article = RawArticle.newBuilder(found.article()).setFeedAt(time.get()).build();
    return new Delivery.Found(article, found.arrival());
  }

  private Optional<Instant> date(Delivery delivery) {
    if (!(delivery instanceof Delivery.Found found)) {
      return Optional.empty();
    }
    Instant published = found.article().getPublishedAt();
    if (published == null || published.isAfter(wallClock.instant())) {
      return Optional.empty();
    }
    return Optional.of(found.arrival() == Delivery.Arrival.STATED ? found.eventAt() : published);
  }
}
