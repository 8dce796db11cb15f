package org.storywire.processor.streams;

/** A delivery that can't become an article: it goes to the dead letters, and the run goes on. */
final class BadArticleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadArticleException(String message) {
    super(message);
  }
}
