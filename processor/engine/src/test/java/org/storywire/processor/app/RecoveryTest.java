package org.storywire.processor.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  @Test
  void shouldBeginAnewWhenBrokersHadRolledTheTransactionBack() {
    // Given
    Throwable cause = new InvalidTxnStateException("state is COMPLETE_ABORT");

    // When
    StreamThreadExceptionResponse response =
        Recovery.from(new StreamsException(new StreamsException("unable to commit", cause)));

    // Then
    assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }

  @Test
  void shouldStopWhenAnythingElseHappens() {
    assertThat(Recovery.from(new StreamsException(new TimeoutException("no answer"))))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(Recovery.from(new IllegalStateException("a bug")))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }
}
