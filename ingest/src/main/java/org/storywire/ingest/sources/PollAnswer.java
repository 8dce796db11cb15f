package org.storywire.ingest.sources;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Redirect;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.poll.CacheTime;
import org.storywire.ingest.poll.Heard;
import org.storywire.ingest.poll.Validators;

/**
 * An answer, as far as it was read.
 *
 * @param heard what the next request depends on
 * @param content what the source sent, if it did
 * @param news items that are new to us
 */
record PollAnswer(Heard heard, Optional<SourceItems> content, SeenItems.News news) {

  private static PollAnswer of(Heard heard, SeenItems seen) {
    return new PollAnswer(heard, Optional.empty(), new SeenItems.News(List.of(), seen));
  }

  /**
   * Reads an answer.
   *
   * @param sent validators of the request
   * @param seen items that we know
   */
  static PollAnswer read(Answer answer, Validators sent, SeenItems seen, Instant now) {
    if (answer instanceof Failure failure) {
      String problem = failure.problem().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return of(new Heard.Trouble(problem + ": " + failure.reason(), Optional.empty()), seen);
    }
    Response response = (Response) answer;
    Duration freshness = CacheTime.freshness(response.fields(), now);
    int status = response.status();
    if (status == 304 && !sent.isEmpty()) {
      return of(new Heard.NotModified(freshness, movedTo(response)), seen);
    }
    if (status == 410) {
      return of(new Heard.Gone(), seen);
    }
    if (status < 200 || status > 299) {
      return of(
          new Heard.Trouble(Integer.toString(status), CacheTime.retryAfter(response.fields(), now)),
          seen);
    }
    try {
      SourceItems content = SourceItems.of(response);
      SeenItems.News news = seen.news(content.items());
      boolean whole = !response.cut() && content.complete();
      Heard heard =
          new Heard.Feed(
              status,
              // A body that was cut off is asked for again.
              whole ? Validators.of(response.fields()) : Validators.NONE,
              freshness,
              content.hints(),
              news.items().size(),
              !sent.isEmpty() && news.items().isEmpty(),
              movedTo(response));
      return new PollAnswer(heard, Optional.of(content), news);
    } catch (SourceItems.NoItems e) {
      return of(new Heard.Trouble(status + ", no feed: " + e.getMessage(), Optional.empty()), seen);
    }
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
