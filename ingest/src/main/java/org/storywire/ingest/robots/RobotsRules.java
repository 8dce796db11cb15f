package org.storywire.ingest.robots;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one robot may fetch of a site. */
public final class RobotsRules {

  /** For a site without robots.txt (any status of 400 to 499). */
  public static final RobotsRules ALLOW_ALL = new RobotsRules(List.of(), Optional.empty());

  /** For a site whose robots.txt can't be reached (status 500 and up, no answer). */
  public static final RobotsRules ALLOW_NOTHING =
      new RobotsRules(List.of(RobotsRule.of("/", false)), Optional.empty());

  private final List<RobotsRule> rules;
  private final Optional<Duration> delay;

  RobotsRules(List<RobotsRule> rules, Optional<Duration> delay) {
    this.rules = List.copyOf(rules);
    this.delay = delay;
  }

  /** How long the site asks to wait between two fetches. */
  public Optional<Duration> crawlDelay() {
    return delay;
  }

  /**
   * Whether a page may be fetched: the longest rule that matches decides, of two alike the one that
   * allows.
   *
   * @param url absolute address, escaped as it would be sent
   */
  public boolean allows(String url) {
    String path = RobotsRule.capitals(path(url));
    if (path.equals("/robots.txt")) {
      return true;
    }
    int allow = -1;
    int disallow = -1;
    for (RobotsRule rule : rules) {
      if (rule.allow()) {
        allow = Math.max(allow, rule.match(path));
      } else {
        disallow = Math.max(disallow, rule.match(path));
      }
    }
    return allow >= disallow;
  }

  /** Path and query of an address, at least a slash. */
  private static String path(String url) {
    int scheme = url.indexOf("://");
    int start = scheme >= 0 ? scheme + 3 : url.startsWith("//") ? 2 : 0;
    int fragment = url.indexOf('#', start);
    int end = fragment < 0 ? url.length() : fragment;
    for (int i = start; i < end; i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == ';') {
        String path = url.substring(i, end);
        return c == '/' ? path : "/" + path;
      }
    }
    return "/";
  }
}
