package org.storywire.ingest.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.robots.RobotsRules;
import org.storywire.ingest.robots.RobotsTxt;

/**
 * What sites allow us (RFC 9309): robots.txt is asked for once a day; where there is none all is
 * allowed, where it can't be had nothing is. Safe for threads.
 */
public final class RobotsCache {

  /** The name by which robots.txt may call us. */
  private static final String AGENT = "storywire";

  private static final Duration HOLDS = Duration.ofDays(1);
  private static final Duration HOLDS_IN_TROUBLE = Duration.ofHours(1);
  private static final int MOST_SITES = 2_000;

  private record Known(RobotsRules rules, Instant until) {}

  private final Fetcher fetcher;
  private final Clock clock;
  private final Map<String, Known> sites =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_SITES;
        }
      };

  /** A cache that asks through a fetcher. */
  public RobotsCache(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** The rules of an address's site. */
  public RobotsRules rules(URI address) throws InterruptedException {
    String site = address.getScheme() + "://" + address.getRawAuthority();
    synchronized (sites) {
      Known known = sites.get(site);
      if (known != null && clock.instant().isBefore(known.until)) {
        return known.rules;
      }
    }
    Known asked = ask(site);
    synchronized (sites) {
      sites.put(site, asked);
    }
    return asked.rules;
  }

  private Known ask(String site) throws InterruptedException {
    Answer answer = fetcher.fetch(FetchRequest.of(site + "/robots.txt", "text/plain, */*;q=0.5"));
    Instant now = clock.instant();
    if (answer instanceof Response response) {
      if (response.status() >= 200 && response.status() < 300) {
        RobotsRules rules = RobotsTxt.parse(response.body().get()).rules(AGENT);
        return new Known(rules, now.plus(HOLDS));
      }
      if (response.status() >= 400 && response.status() < 500 && response.status() != 429) {
        return new Known(RobotsRules.ALLOW_ALL, now.plus(HOLDS));
      }
    }
    return new Known(RobotsRules.ALLOW_NOTHING, now.plus(HOLDS_IN_TROUBLE));
  }
}
