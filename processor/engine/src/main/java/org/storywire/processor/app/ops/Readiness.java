package org.storywire.processor.app.ops;

import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;

/** Whether an instance does its work, and if not, why. */
final class Readiness {

  private Readiness() {}

  /** Why the instance must be started anew; empty if it lives. */
  static Optional<String> whyDead(KafkaStreams.State state) {
    return switch (state) {
      case ERROR, PENDING_ERROR, NOT_RUNNING -> Optional.of("processing has stopped: " + state);
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> Optional.empty();
    };
  }

  /**
   * Why the instance is not ready; empty if all its threads run and none of its tasks restores.
   *
   * @param threads all stream threads of the instance
   * @param restoring partitions of stores under restoration
   * @param remaining records still to be restored
   */
  static Optional<String> whyNotReady(
      KafkaStreams.State state, Collection<ThreadMetadata> threads, int restoring, long remaining) {
    if (restoring > 0) {
      return Optional.of(
          "restoring " + restoring + " store partitions, " + remaining + " records remain");
    }
    if (state != KafkaStreams.State.RUNNING) {
      return Optional.of("state is " + state + ", expected RUNNING");
    }
    return threads.stream()
        .filter(thread -> !thread.threadState().equals("RUNNING"))
        .map(
            thread ->
                "thread "
                    + thread.threadName()
                    + " is "
                    + thread.threadState()
                    + ", expected RUNNING")
        .sorted()
        .findFirst();
  }
}
