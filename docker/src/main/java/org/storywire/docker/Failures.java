package org.storywire.docker;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.storywire.docker.terminal.Columns;
import org.storywire.schemas.FieldLimits;

/** Failures as a person reads them. */
final class Failures {

  private static final int LONGEST = 2_000;

  /** What Kafka Streams says when a handler of ours let an exception end the processing. */
  private static final Pattern HANDED_ON =
      Pattern.compile("(Deserialization|Processing) exception handler is set to fail");

  private Failures() {}

  /** One line: the messages from the failure down to its first cause, each said once. */
  static String line(Throwable failure) {
    StringBuilder line = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String message = message(at);
      if (HANDED_ON.matcher(message).lookingAt()) {
        continue;
      }
      int reason = message.lastIndexOf(" (");
      if (reason > 0 && line.indexOf(message.substring(0, reason)) >= 0) {
        line.append(message.substring(reason)); // "FILE (No such file)" where FILE was named
      } else if (line.indexOf(message) < 0) {
        line.append(line.isEmpty() ? "" : ": ").append(message);
      }
    }
    return Columns.neutralise(FieldLimits.excerpt(line.toString(), LONGEST));
  }

  /** What a failure says, without the cause's own words that Java repeats; its kind if nothing. */
  private static String message(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "out of memory ("
          + failure.getMessage()
          + "): give Java more than "
          + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB (STORYWIRE_OPTS=-Xmx4g)";
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + " is not open to the user " + System.getProperty("user.name");
    }
    String message = failure.getMessage();
    Throwable cause = failure.getCause();
    if (message == null || message.isBlank() || cause != null && message.equals(cause.toString())) {
      return failure.getClass().getSimpleName();
    }
    return message;
  }
}
