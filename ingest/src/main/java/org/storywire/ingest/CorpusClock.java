package org.storywire.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storywire.news.RawArticle;

/**
 * The clock of a replay, which runs by the corpus's own dates: a dated article is received when it
 * is published, an undated one at the time of the last dated article before it in the input. Where
 * the input begins undated, its first date counts; where it has none, {@link #START}.
 *
 * <p>A receipt that the input states stays as it is. A date that no article can have yet, being
 * later than the wall clock, counts as none.
 */
public final class CorpusClock {

  /** When a corpus without a date takes place. */
  public static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private final Instant wallClock;
  private Optional<Instant> time = Optional.empty();

  /**
   * A clock for a corpus read now.
   *
   * @param wallClock dates after it are not believed
   */
  public CorpusClock(Instant wallClock) {
    this.wallClock = wallClock;
  }

  /** The deliveries in their order, with the receipt of each article set by this clock. */
  public List<Delivery> set(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      if (begins(delivery)) {
        break;
      }
    }
    return deliveries.stream().map(this::set).toList();
  }

  /**
   * Begins to run if the delivery has a date and the clock does not run yet.
   *
   * @return whether it runs
   */
  public boolean begins(Delivery delivery) {
    if (time.isEmpty()) {
      time = date(delivery);
    }
    return time.isPresent();
  }

  /** The next delivery of the input with its receipt set; a clock that does not run yet begins. */
  public Delivery set(Delivery delivery) {
    advance(delivery);
    time = time.or(() -> Optional.of(START));
    return delivery instanceof Delivery.Found found ? received(found, time.get()) : delivery;
  }

  /** Goes to the delivery's date if it has one; gives the time then, empty before any date. */
  Optional<Instant> advance(Delivery delivery) {
    time = date(delivery).or(() -> time);
    return time;
  }

  /** The date of a delivery that can be believed. */
  Optional<Instant> date(Delivery delivery) {
    if (!(delivery instanceof Delivery.Found found)) {
      return Optional.empty();
    }
    Instant published = found.article().getPublishedAt();
    if (published == null || published.isAfter(wallClock)) {
      return Optional.empty();
    }
    return Optional.of(found.arrival() == Delivery.Arrival.STATED ? found.eventAt() : published);
  }

  private static Delivery received(Delivery.Found found, Instant time) {
    if (found.arrival() == Delivery.Arrival.STATED) {
      return found;
    }
    RawArticle article = RawArticle.newBuilder(found.article()).setReceivedAt(time).build();
    return new Delivery.Found(article, found.arrival());
  }
}
