package org.storywire.processor.streams;

import org.storywire.schemas.FieldLimits;

/** A delivery that can't become an article: it goes to the dead letters, and the run goes on. */
final class BadArticleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 1_000;

  /** The message goes into headers and stack traces, and what it quotes may be of any length. */
  BadArticleException(String message) {
    super(FieldLimits.excerpt(message, LONGEST));
  }
}
