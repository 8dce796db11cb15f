package org.storywire.ingest.feed;

/** The family of formats that a feed belongs to. */
public enum FeedFormat {
  /** RSS 0.91 to 2.0. */
  RSS,
  /** RSS 0.90 and 1.0, in RDF. */
  RDF,
  /** Atom 0.3 and 1.0. */
  ATOM,
  /** JSON Feed 1.0 and 1.1. */
  JSON
}
