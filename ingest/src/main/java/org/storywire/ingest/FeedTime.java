package org.storywire.ingest;

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
  private final Deque<Delivery> ahead = new ArrayDeque<>();
  private final CorpusClock clock;
  private boolean begun;

  /**
   * A feed read now.
   *
   * @param wallClock dates after it are not believed
   */
  FeedTime(Iterator<Delivery> feed, Instant wallClock) {
    this.feed = feed;
    this.clock = new CorpusClock(wallClock);
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
    Optional<Instant> time = clock.advance(next);
    return next instanceof Delivery.Found found ? dated(found, time) : next;
  }

  private void begin() {
    begun = true;
    while (ahead.size() < LOOK_AHEAD && feed.hasNext()) {
      ahead.add(feed.next());
      if (clock.begins(ahead.getLast())) {
        return;
      }
    }
  }

  private Delivery dated(Delivery.Found found, Optional<Instant> time) {
    boolean dated = found.arrival() == Delivery.Arrival.STATED || clock.date(found).isPresent();
    if (dated || time.isEmpty()) {
      return found;
    }
    RawArticle article = RawArticle.newBuilder(found.article()).setFeedAt(time.get()).build();
    return new Delivery.Found(article, found.arrival());
  }
}
