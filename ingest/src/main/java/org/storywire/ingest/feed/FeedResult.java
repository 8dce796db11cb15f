package org.storywire.ingest.feed;

/** What came of reading an answer as a feed. */
public sealed interface FeedResult {

  /** It is a feed, maybe one without entries. */
  record Found(Feed feed) implements FeedResult {}

  /**
   * It is none, such as an error page that a server sends with status 200.
   *
   * @param reason what it is instead, and what was expected
   */
  record NotAFeed(String reason) implements FeedResult {}
}
