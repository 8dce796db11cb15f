package org.storywire.ingest.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.feed.Feed;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.FeedResult;
import org.storywire.ingest.feed.Polling;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Problem;
import org.storywire.ingest.fetch.Answer.Redirect;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.poll.CacheTime;
import org.storywire.ingest.poll.FeedHints;
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
  private final FeedReader reader;
  private final ItemPages pages;
  private final PollPolicy policy;
  private final Clock clock;

  FeedPoll(Fetcher fetcher, HostTurns turns, PollPolicy policy, Clock clock) {
    this.fetcher = fetcher;
    this.turns = turns;
    this.reader = new FeedReader();
    this.pages = new ItemPages(fetcher, turns, new RobotsCache(fetcher, clock));
    this.policy = policy;
    this.clock = clock;
  }

  /** Whether a request to a host would begin at once. */
  boolean isFree(String host) {
    return turns.isFree(host);
  }

  /** An answer, as far as it was read. */
  private record Read(Heard heard, Optional<Feed> feed, SeenItems.News news) {
    static Read of(Heard heard, SeenItems seen) {
      return new Read(heard, Optional.empty(), new SeenItems.News(List.of(), seen));
    }
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
    FetchRequest request =
        new FetchRequest(
            poll.address(),
            FetchRequest.FEEDS,
            Map.of(),
            FetchRequest.of(settings.address(), FetchRequest.FEEDS)
                .credentials()
                .filter(secret -> poll.address().getHost().equals(settings.uri().getHost())));
    Answer answer = fetcher.fetch(validators.on(request));
    Instant now = clock.instant();
    if (answer instanceof Failure failure && failure.problem() == Problem.NOT_OUR_TURN) {
      parts.accept(new PollResult(id, later(state, now), List.of(), true));
      return;
    }
    Read read = read(answer, validators, state.seen(), now);
    if (read.heard instanceof Heard.Trouble trouble && trouble.retryAfter().isPresent()) {
      Duration pause = trouble.retryAfter().get();
      turns.pause(
          poll.address().getHost(), pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
    PollState next = new PollDecision(policy).after(poll, read.heard, id, now);
    List<FeedItem> plain = new ArrayList<>();
    List<FeedItem> wanted = new ArrayList<>();
    for (FeedItem item : read.news.items()) {
      boolean page = wanted.size() < MOST_PAGES && ItemPages.isWanted(item, settings.fullText());
      (page ? wanted : plain).add(item);
    }
    if (wanted.isEmpty()) {
      SourceState last = new SourceState(next, read.news.seen(), health(state, read, plain, now));
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
        new PollResult(id, new SourceState(next, read.news.seen(), health), List.of(), true));
  }

  private List<Delivery> deliveries(List<FeedItem> items, PollState poll) {
    return FeedItems.deliveries(items, poll.address().toString(), clock);
  }

  private static SourceHealth health(
      SourceState state, Read read, List<FeedItem> items, Instant now) {
    if (read.heard instanceof Heard.Trouble || read.heard instanceof Heard.Gone) {
      return state.health().failed();
    }
    SourceHealth heard = state.health().heard(items, state.poll().heardAt(), now);
    return read.feed.map(feed -> heard.named(feed.title().text(), feed.language())).orElse(heard);
  }

  /** The host asked us, for another source, to wait. */
  private static SourceState later(SourceState state, Instant now) {
    PollState poll = state.poll();
    PollState later =
        new PollState(
            poll.address(),
            poll.validators(),
            poll.hints(),
            poll.interval(),
            now.plus(poll.interval()),
            poll.heardAt(),
            poll.bodyAt(),
            poll.newsAt(),
            poll.failures(),
            "not asked: its host wants us to wait",
            poll.move(),
            poll.ended());
    return new SourceState(later, state.seen(), state.health());
  }

  private Read read(Answer answer, Validators sent, SeenItems seen, Instant now) {
    if (answer instanceof Failure failure) {
      String problem = failure.problem().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return Read.of(new Heard.Trouble(problem + ": " + failure.reason(), Optional.empty()), seen);
    }
    Response response = (Response) answer;
    Duration freshness = CacheTime.freshness(response.fields(), now);
    int status = response.status();
    if (status == 304 && !sent.isEmpty()) {
      return Read.of(new Heard.NotModified(freshness, movedTo(response)), seen);
    }
    if (status == 410) {
      return Read.of(new Heard.Gone(), seen);
    }
    if (status < 200 || status > 299) {
      Optional<Duration> retryAfter = CacheTime.retryAfter(response.fields(), now);
      return Read.of(new Heard.Trouble(Integer.toString(status), retryAfter), seen);
    }
    FeedResult result =
        reader.read(response.body().get(), response.contentType(), response.address());
    if (result instanceof FeedResult.NotAFeed none) {
      return Read.of(
          new Heard.Trouble(status + ", no feed: " + none.reason(), Optional.empty()), seen);
    }
    Feed feed = ((FeedResult.Found) result).feed();
    SeenItems.News news = seen.news(FeedItems.of(feed));
    boolean whole = !response.cut() && feed.complete();
    boolean unhelpful = !sent.isEmpty() && news.items().isEmpty();
    Heard heard =
        new Heard.Feed(
            status,
            // A body that was cut off is asked for again.
            whole ? Validators.of(response.fields()) : Validators.NONE,
            freshness,
            hints(feed.polling()),
            news.items().size(),
            unhelpful,
            movedTo(response));
    return new Read(heard, Optional.of(feed), news);
  }

  private static FeedHints hints(Polling polling) {
    Duration ttl = polling.ttl().orElse(Duration.ZERO);
    return new FeedHints(
        ttl.isNegative() ? Duration.ZERO : ttl, polling.skipHours(), polling.skipDays());
  }

  /** Where redirects lead that are permanent, up to the first that is not. */
  private static Optional<URI> movedTo(Response response) {
    Optional<URI> to = Optional.empty();
    for (Redirect redirect : response.redirects()) {
      if (!redirect.isPermanent()) {
        return to;
      }
      to = Optional.of(redirect.to());
    }
    return to;
  }
}
