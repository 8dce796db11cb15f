package org.storywire.processor.streams;

import java.util.function.Function;

/**
 * What an earlier run wrote for this one can't be read. That is no fault of the news, so it never
 * becomes a dead letter: the application stops, and nothing is committed.
 */
final class UnreadableStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String WHAT_TO_DO =
      ". Another release wrote it, or it is damaged. Run the release that wrote it, or start this"
          + " one with a new application.id, which works through the raw articles that are kept"
          + " and builds its state anew";

  UnreadableStateException(String what, RuntimeException cause) {
    super("unable to read " + what + ": " + cause.getMessage() + WHAT_TO_DO, cause);
  }

  UnreadableStateException(String problem) {
    super(problem + WHAT_TO_DO);
  }

  /**
   * Reads what an earlier stage or an earlier run wrote.
   *
   * @param what it is, for the message
   */
  static <T> T reading(String what, byte[] bytes, Function<byte[], T> reader) {
    try {
      return reader.apply(bytes);
    } catch (RuntimeException e) {
      throw new UnreadableStateException(what, e);
    }
  }

  /** Whether this is among the causes of a problem. */
  static boolean isBehind(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableStateException) {
        return true;
      }
    }
    return false;
  }
}
