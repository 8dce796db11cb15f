package org.storywire.ingest.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Problem;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.poll.Heard;
import org.storywire.ingest.poll.PollDecision;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;
import org.storywire.ingest.poll.Validators;

/** Asks one source once: what is new, and when to ask again. Safe for threads. */
final class FeedPoll {

  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** Pages that are read after one request for a feed; further items keep what the feed says. */
  private static final int MOST_PAGES = 20;

  private final Fetcher fetcher;
  private final HostTurns turns;
  private final ItemPages pages;
  private final PollPolicy policy;
  private final Clock clock;

  FeedPoll(Fetcher fetcher, HostTurns turns, PollPolicy policy, Clock clock) {
    this.fetcher = fetcher;
    this.turns = turns;
    this.pages = new ItemPages(fetcher, turns, new RobotsCache(fetcher, clock));
    this.policy = policy;
    this.clock = clock;
  }

  /** Whether a request to a host would begin at once. */
  boolean isFree(String host) {
    return turns.isFree(host);
  }

  /**
   * Asks a source.
   *
   * @param parts takes the result, the last part last
   * @throws InterruptedException if the thread is interrupted while it waits for the host's turn
   */
  void ask(SourceSettings settings, SourceState state, Consumer<PollResult> parts)
      throws InterruptedException {
    String id = settings.sourceId();
    PollPolicy policy = settings.policy(this.policy);
    PollState poll = state.poll();
    Validators validators = poll.validatorsAt(clock.instant(), policy);
    Answer answer = fetcher.fetch(validators.on(request(settings, poll.address())));
    Instant now = clock.instant();
    if (answer instanceof Failure failure && failure.problem() == Problem.NOT_OUR_TURN) {
      PollState later = poll.later(now, "not asked: its host wants us to wait");
      SourceState same = new SourceState(later, state.seen(), state.health());
      parts.accept(new PollResult(id, same, List.of(), true));
      return;
    }
    PollAnswer read = PollAnswer.read(answer, validators, state.seen(), now);
    if (read.heard() instanceof Heard.Trouble trouble && trouble.retryAfter().isPresent()) {
      Duration pause = trouble.retryAfter().get();
      turns.pause(
          poll.address().getHost(), pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
    PollState next = new PollDecision(policy).after(poll, read.heard(), id, now);
    List<FeedItem> plain = new ArrayList<>();
    List<FeedItem> wanted = new ArrayList<>();
    for (FeedItem item : read.news().items()) {
      boolean page = wanted.size() < MOST_PAGES && ItemPages.isWanted(item, settings.fullText());
      (page ? wanted : plain).add(item);
    }
    if (wanted.isEmpty()) {
      SourceState last = new SourceState(next, read.news().seen(), health(state, read, plain, now));
      parts.accept(new PollResult(id, last, deliveries(plain, poll), true));
      return;
    }
    SourceState partly = new SourceState(poll, state.seen().plus(plain), state.health());
    parts.accept(new PollResult(id, partly, deliveries(plain, poll), false));
    // The newest stands first in a feed.
    Collections.reverse(wanted);
    List<FeedItem> all = new ArrayList<>(plain);
    String robots = "";
    for (FeedItem item : wanted) {
      ItemPages.Completed completed = pages.completed(item);
      all.add(completed.item());
      robots = completed.robots();
      partly = new SourceState(poll, partly.seen().plus(List.of(item)), state.health());
      parts.accept(new PollResult(id, partly, deliveries(List.of(completed.item()), poll), false));
    }
    SourceHealth health = health(state, read, all, now).withRobots(robots);
    parts.accept(
        new PollResult(id, new SourceState(next, read.news().seen(), health), List.of(), true));
  }

  /** A request for a source, with its credentials if it is still where they belong. */
  static FetchRequest request(SourceSettings settings, URI address) {
    return new FetchRequest(
        address,
        FetchRequest.FEEDS,
        Map.of(),
        FetchRequest.of(settings.address(), FetchRequest.FEEDS)
            .credentials()
            .filter(secret -> address.getHost().equals(settings.uri().getHost())));
  }

  private List<Delivery> deliveries(List<FeedItem> items, PollState poll) {
    return FeedItems.deliveries(items, poll.address().toString(), clock);
  }

  private static SourceHealth health(
      SourceState state, PollAnswer read, List<FeedItem> items, Instant now) {
    if (read.heard() instanceof Heard.Trouble || read.heard() instanceof Heard.Gone) {
      return state.health().failed();
    }
    SourceHealth heard = state.health().heard(items, state.poll().heardAt(), now);
    return read.content()
        .map(content -> heard.named(content.title(), content.language()))
        .orElse(heard);
  }
}
