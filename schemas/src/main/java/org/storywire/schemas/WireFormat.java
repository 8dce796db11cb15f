package org.storywire.schemas;

import java.util.Collection;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** How the values of the topics are written: chosen once, for all of them. */
public interface WireFormat extends AutoCloseable {

  /** Avro single-object encoding, which needs no registry. */
  WireFormat SINGLE_OBJECT =
      new WireFormat() {
        @Override
        public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
          return new AvroSerde<>(type);
        }
      };

  /** Values of one record class, safe for threads. */
  <T extends SpecificRecord> Serde<T> serde(Class<T> type);

  /**
   * Returns when the records of these topics can be written, which may take as long as a registry
   * is down.
   *
   * @throws RuntimeException if waiting does not help: a schema is not registered
   */
  default void prepare(Collection<String> topics) {}

  /** What readers and writers wait for at this moment. */
  default Optional<String> waitingFor() {
    return Optional.empty();
  }

  /** Ends all waiting, with an exception for whoever waits. */
  @Override
  default void close() {}
}
