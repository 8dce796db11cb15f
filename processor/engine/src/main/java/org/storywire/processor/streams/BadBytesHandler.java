package org.storywire.processor.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.storywire.schemas.registry.RegistryException;

/**
 * Sends records whose bytes can't be read to the dead letters, and counts them. If it is the schema
 * registry that fails, or another release of ours wrote the record, nothing is known against it:
 * then the application stops.
 */
public final class BadBytesHandler extends LogAndContinueExceptionHandler {

  private ProcessingObserver observer = ProcessingObserver.NONE;

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (RegistryException.isBehind(exception) || UnreadableStateException.isBehind(exception)) {
      return Response.fail();
    }
    observer.deadLetter(ProcessingObserver.Cause.UNREADABLE);
    return Response.resume(
        LetterBounds.of(super.handleError(context, record, exception).deadLetterQueueRecords()));
  }

  @Override
  public void configure(Map<String, ?> configs) {
    super.configure(configs);
    observer = BadDataHandler.observer(configs);
  }
}
