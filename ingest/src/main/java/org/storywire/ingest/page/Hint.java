package org.storywire.ingest.page;

/** What the names of an element (class, id, role) say about what it holds. */
enum Hint {
  /** Navigation, related articles, sharing, advertising, pleas: no part of the article. */
  NOISE,
  /** Not shown, at least not at once. */
  HIDDEN,
  /** Readers' comments. */
  COMMENTS,
  /** Words under a picture, its credit. */
  CAPTION,
  /** Who wrote it, when, tags: about the article, not of it. */
  ABOUT,
  /** Summary between headline and text. */
  LEAD,
  /** The article's text. */
  BODY
}
