package org.storywire.processor.article;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an edition reads today's news or a back-fill, as its dated articles show. An article that
 * claims no date is as old as its neighbours: in a back-fill it takes the time of the dated article
 * before it, since its own receipt would move the clock of the edition by years. Immutable.
 *
 * @param balance fresh articles less old ones among the latest that claim a date, between -{@value
 *     #MOST} and {@value #MOST}; below zero: a back-fill
 * @param neighbour event time of the last old article that claimed a date
 */
public record FeedAge(int balance, Optional<Instant> neighbour) {

  /** An edition that has seen nothing yet. */
  public static final FeedAge UNKNOWN = new FeedAge(0, Optional.empty());

  /** Articles after which a feed is known for what it is, and that it takes to change that. */
  public static final int MOST = 8;

  private static final Duration OLD = Duration.ofDays(3);

  /**
   * The age after an article that claims its date.
   *
   * @param at event time that it claims
   * @param received when it reached us
   */
  public FeedAge after(Instant at, Instant received) {
    if (at.isBefore(received.minus(OLD))) {
      return new FeedAge(Math.max(-MOST, balance - 1), Optional.of(at));
    }
    return balance == MOST ? this : new FeedAge(balance + 1, neighbour);
  }

  /**
   * Event time of an article that claims none.
   *
   * @param received when it reached us
   */
  public Instant ofUndated(Instant received) {
    return balance < 0 ? neighbour.filter(received::isAfter).orElse(received) : received;
  }
}
