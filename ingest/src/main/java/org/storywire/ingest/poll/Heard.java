package org.storywire.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a publisher answered, as far as the next request depends on it. */
public sealed interface Heard {

  /** One line for a person: {@code 200, 3 new}. */
  String summary();

  /**
   * A feed.
   *
   * @param status HTTP status
   * @param validators to be sent with the next request; none if the body was cut off
   * @param freshness for how long the answer holds
   * @param hints what the feed asks for
   * @param news items that are new or changed
   * @param unhelpful whether it came whole, without news, to a request that said what we have
   * @param movedTo where permanent redirects led
   */
  record Feed(
      int status,
      Validators validators,
      Duration freshness,
      FeedHints hints,
      int news,
      boolean unhelpful,
      Optional<URI> movedTo)
      implements Heard {
    @Override
    public String summary() {
      return status + ", " + news + " new";
    }
  }

  /**
   * Nothing has changed.
   *
   * @param freshness for how long the answer holds
   * @param movedTo where permanent redirects led
   */
  record NotModified(Duration freshness, Optional<URI> movedTo) implements Heard {
    @Override
    public String summary() {
      return "304";
    }
  }

  /** The source is gone for good. */
  record Gone() implements Heard {
    @Override
    public String summary() {
      return "410";
    }
  }

  /**
   * No feed.
   *
   * @param summary status, or what failed
   * @param retryAfter for how long we are asked to stay away
   */
  record Trouble(String summary, Optional<Duration> retryAfter) implements Heard {}
}
