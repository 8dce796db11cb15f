package org.storywire.processor.streams;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells bad data from our own bugs: a {@link BadArticleException} becomes a dead letter with the
 * Streams error headers, anything else stops the application.
 */
public final class BadDataHandler extends LogAndContinueProcessingExceptionHandler {

  /** Property that holds the {@link ProcessingObserver} to tell of dead letters; may be absent. */
  public static final String OBSERVER = "storywire.processing.observer";

  private ProcessingObserver observer = ProcessingObserver.NONE;

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadArticleException) {
        observer.deadLetter(ProcessingObserver.Cause.REJECTED);
        return Response.resume(
            LetterBounds.of(
                super.handleError(context, record, exception).deadLetterQueueRecords()));
      }
    }
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> configs) {
    super.configure(configs);
    observer = observer(configs);
  }

  static ProcessingObserver observer(Map<String, ?> configs) {
    return configs.get(OBSERVER) instanceof ProcessingObserver given
        ? given
        : ProcessingObserver.NONE;
  }
}
