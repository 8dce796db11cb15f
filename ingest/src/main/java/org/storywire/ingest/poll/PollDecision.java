package org.storywire.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.storywire.ingest.poll.Heard.Feed;
import org.storywire.ingest.poll.Heard.Gone;
import org.storywire.ingest.poll.Heard.NotModified;
import org.storywire.ingest.poll.Heard.Trouble;
import org.storywire.ingest.poll.PollState.Move;

/**
 * What follows from a publisher's answer: when to ask next, where, and with which validators.
 *
 * <p>The interval halves with news and grows by half without, within the policy's bounds. No
 * request comes before the answer's freshness, the feed's ttl or {@code Retry-After} is over.
 * Trouble doubles the time each time. A little is added to each interval, always the same for a
 * source, so that sources of one publisher spread.
 */
public final class PollDecision {

  /** Share of the interval that is added at most. */
  private static final double JITTER = 0.1;

  private static final int MOST_DOUBLINGS = 20;

  /** Whoever asks us to stay away for longer made a mistake. */
  private static final Duration MOST_ASKED = Duration.ofDays(7);

  private final PollPolicy policy;

  /** Decides after one policy. */
  public PollDecision(PollPolicy policy) {
    this.policy = policy;
  }

  /**
   * The state after an answer.
   *
   * @param source id of the source, which decides its jitter
   * @param now when the answer came
   */
  public PollState after(PollState state, Heard heard, String source, Instant now) {
    if (heard instanceof Feed feed) {
      return afterFeed(state, feed, source, now);
    }
    if (heard instanceof NotModified same) {
      return afterNotModified(state, same, source, now);
    }
    if (heard instanceof Trouble trouble) {
      return afterTrouble(state, trouble, source, now);
    }
    return end(state, (Gone) heard);
  }

  private PollState afterFeed(PollState state, Feed feed, String source, Instant now) {
    Duration least =
        feed.validators().isEmpty() || feed.unhelpful()
            ? policy.leastUnvalidated()
            : policy.least();
    Duration interval = adapted(state.interval(), feed.news() > 0, least);
    Moved moved = moved(state, feed.movedTo(), now);
    return new PollState(
        moved.address,
        feed.validators(),
        feed.hints(),
        interval,
        due(interval, feed.freshness(), feed.hints(), source, now),
        Optional.of(now),
        Optional.of(now),
        feed.news() > 0 ? Optional.of(now) : state.newsAt(),
        0,
        feed.summary(),
        moved.move,
        false);
  }

  private PollState afterNotModified(
      PollState state, NotModified same, String source, Instant now) {
    Duration interval = adapted(state.interval(), false, policy.least());
    Moved moved = moved(state, same.movedTo(), now);
    return new PollState(
        moved.address,
        state.validators(),
        state.hints(),
        interval,
        due(interval, same.freshness(), state.hints(), source, now),
        Optional.of(now),
        state.bodyAt(),
        state.newsAt(),
        0,
        same.summary(),
        moved.move,
        false);
  }

  private PollState afterTrouble(PollState state, Trouble trouble, String source, Instant now) {
    int failures = state.failures() + 1;
    Duration backOff =
        shorter(
            state.interval().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)),
            policy.mostTrouble());
    Duration asked = shorter(trouble.retryAfter().orElse(Duration.ZERO), MOST_ASKED);
    return new PollState(
        state.address(),
        state.validators(),
        state.hints(),
        state.interval(),
        now.plus(spread(longer(backOff, asked), source)),
        state.heardAt(),
        state.bodyAt(),
        state.newsAt(),
        failures,
        trouble.summary(),
        state.move(),
        false);
  }

  private static PollState end(PollState state, Gone gone) {
    return new PollState(
        state.address(),
        state.validators(),
        state.hints(),
        state.interval(),
        state.due(),
        state.heardAt(),
        state.bodyAt(),
        state.newsAt(),
        state.failures() + 1,
        gone.summary(),
        Optional.empty(),
        true);
  }

  private Duration adapted(Duration interval, boolean news, Duration least) {
    Duration wanted = news ? interval.dividedBy(2) : interval.multipliedBy(3).dividedBy(2);
    return PollPolicy.clamp(wanted, least, policy.most());
  }

  private Instant due(
      Duration interval, Duration freshness, FeedHints hints, String source, Instant now) {
    Duration fresh = shorter(freshness, policy.most());
    Duration ttl = shorter(hints.ttl(), policy.mostTrouble());
    return hints.firstOpen(now.plus(spread(longer(interval, longer(fresh, ttl)), source)));
  }

  private static Duration spread(Duration interval, String source) {
    double share = Math.floorMod(mixed(source.hashCode()), 1_000) / 1_000.0;
    return interval.plusMillis((long) (interval.toMillis() * JITTER * share));
  }

  /** Ids that differ by little get jitters that differ by much (finaliser of MurmurHash3). */
  private static int mixed(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  private record Moved(URI address, Optional<Move> move) {}

  private Moved moved(PollState state, Optional<URI> to, Instant now) {
    if (to.isEmpty() || to.get().equals(state.address())) {
      return new Moved(state.address(), Optional.empty());
    }
    Move move =
        state.move().filter(seen -> seen.to().equals(to.get())).orElse(new Move(to.get(), now));
    return now.isBefore(move.since().plus(policy.moveAfter()))
        ? new Moved(state.address(), Optional.of(move))
        : new Moved(move.to(), Optional.empty());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
