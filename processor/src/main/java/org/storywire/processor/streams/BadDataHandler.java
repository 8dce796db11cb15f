package org.storywire.processor.streams;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells bad data from our own bugs: a {@link BadArticleException} becomes a dead letter with the
 * Streams error headers, anything else stops the application.
 */
public final class BadDataHandler extends LogAndContinueProcessingExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadArticleException) {
        return super.handleError(context, record, exception);
      }
    }
    return Response.fail();
  }
}
