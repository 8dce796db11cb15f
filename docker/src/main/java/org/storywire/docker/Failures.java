package org.storywire.docker;

import org.storywire.docker.terminal.Columns;

/** Failures as a person reads them. */
final class Failures {

  private Failures() {}

  /** One line: the message of the failure, or its kind where it has none. */
  static String line(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName()
          + (failure.getCause() == null ? "" : ": " + line(failure.getCause()));
    }
    return Columns.neutralise(message);
  }
}
