package org.storywire.processor.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** Sends records whose bytes can't be read to the dead letters, and counts them. */
public final class BadBytesHandler extends LogAndContinueExceptionHandler {

  private ProcessingObserver observer = ProcessingObserver.NONE;

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    observer.deadLetter(ProcessingObserver.Cause.UNREADABLE);
    return super.handleError(context, record, exception);
  }

  @Override
  public void configure(Map<String, ?> configs) {
    super.configure(configs);
    observer = BadDataHandler.observer(configs);
  }
}
