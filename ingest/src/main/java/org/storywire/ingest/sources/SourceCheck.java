package org.storywire.ingest.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.WebAddress;
import org.storywire.ingest.poll.Heard;
import org.storywire.ingest.poll.PollDecision;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;
import org.storywire.ingest.poll.Validators;

/**
 * Asks a source now, as its reader would for the first time, and says what came. Nothing is kept
 * and no item is sent. Safe for threads.
 */
final class SourceCheck {

  private final Fetcher fetcher;
  private final RobotsCache robots;
  private final Clock clock;

  SourceCheck(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.robots = new RobotsCache(fetcher, clock);
    this.clock = clock;
  }

  /** What a source answers now: values by name, in the order of reading. */
  Map<String, String> ask(SourceSettings settings, Optional<SourceState> state)
      throws InterruptedException {
    URI address = state.map(known -> known.poll().address()).orElseGet(settings::uri);
    Answer answer = fetcher.fetch(FeedPoll.request(settings, address));
    Instant now = clock.instant();
    PollAnswer read = PollAnswer.read(answer, Validators.NONE, SeenItems.NONE, now);
    Map<String, String> says = new LinkedHashMap<>();
    says.put("answer", answer(answer, read.heard()));
    if (read.content().isPresent()) {
      content(says, read.content().get(), settings, now);
    }
    PollPolicy policy = settings.policy(PollPolicy.DEFAULT);
    PollState next =
        new PollDecision(policy)
            .after(
                state.map(SourceState::poll).orElse(PollState.unasked(address, policy, now)),
                read.heard(),
                settings.sourceId(),
                now);
    says.put("interval", next.ended() ? "none, it is gone" : SourceReport.length(next.interval()));
    return says;
  }

  private static String answer(Answer answer, Heard heard) {
    String redirects = answer.redirects().isEmpty() ? "" : " after redirects";
    if (heard instanceof Heard.Feed feed) {
      boolean validators = !feed.validators().isEmpty();
      return feed.status() + redirects + (validators ? "" : ", without ETag or Last-Modified");
    }
    return heard.summary() + redirects;
  }

  private void content(
      Map<String, String> says, SourceItems content, SourceSettings settings, Instant now)
      throws InterruptedException {
    List<FeedItem> items = content.items();
    says.put("read", content.form() + (content.complete() ? "" : ", cut off"));
    says.put("title", content.title());
    says.put("language", content.language());
    SourceHealth health = SourceHealth.NONE.heard(items, Optional.empty(), now);
    says.put("items", items.size() + " (" + SourceReport.items(health) + ")");
    says.put(
        "newest",
        items.stream()
            .flatMap(item -> item.published().stream())
            .max(Instant::compareTo)
            .map(at -> SourceReport.ago(at, now))
            .orElse(""));
    says.put("usual", SourceReport.usual(health));
    Optional<FeedItem> linked = items.stream().filter(item -> !item.link().isBlank()).findFirst();
    long pages =
        items.stream().filter(item -> ItemPages.isWanted(item, settings.fullText())).count();
    says.put("pages", pages == 0 ? "none wanted" : "wanted for " + pages + " items");
    if (linked.isPresent()) {
      says.put("robots", robots(linked.get().link()));
    }
  }

  private String robots(String link) throws InterruptedException {
    Optional<URI> page = WebAddress.parse(link);
    if (page.isEmpty()) {
      return "unknown: " + link + " is no address of a page";
    }
    boolean allowed = robots.rules(page.get()).allows(page.get().toString());
    return (allowed ? "allowed" : "disallowed") + " for " + page.get().getHost();
  }
}
