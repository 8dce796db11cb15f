package org.storywire.processor.app;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** What follows when a thread of the processor ends by an exception. */
final class Recovery {

  private Recovery() {}

  /**
   * A commit that comes after the brokers rolled its transaction back, as after a broker that hung
   * for longer than a transaction may take, has changed nothing: a new thread does the work again.
   * Kafka tells this apart from fencing, which Streams survives by itself, only in releases after
   * 4.3.1 (KAFKA-20785). All else stops the processor.
   */
  static StreamThreadExceptionResponse from(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidTxnStateException) {
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      }
    }
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
