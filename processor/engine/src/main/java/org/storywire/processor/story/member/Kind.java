package org.storywire.processor.story.member;

/** What syndication found an article to be. */
public enum Kind {
  /** Reported independently. */
  ORIGINAL,
  /** The text of another article, perhaps cut or wrapped. */
  COPY,
  /** A changed version of an article that was followed before under the same id. */
  REVISION
}
