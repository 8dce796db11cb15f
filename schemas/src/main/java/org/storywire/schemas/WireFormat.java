package org.storywire.schemas;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.schemas.registry.RegistryException;
import org.storywire.schemas.registry.RegistryFormat;
import org.storywire.schemas.registry.RegistrySettings;

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

  /**
   * The registry's wire format if {@value RegistrySettings#URL} is set, single-object encoding if
   * not.
   *
   * @param settings by key; others than the registry's are passed over
   */
  static WireFormat of(Map<String, String> settings) {
    return RegistrySettings.from(settings)
        .<WireFormat>map(RegistryFormat::new)
        .orElse(SINGLE_OBJECT);
  }

  /** Values of one record class, safe for threads. */
  <T extends SpecificRecord> Serde<T> serde(Class<T> type);

  /**
   * Returns when the records of these topics can be written, which may take as long as a registry
   * is down.
   *
   * @throws RegistryException if waiting does not help: a schema is not registered
   */
  default void prepare(Collection<String> topics) {}

  /** What readers and writers wait for at this moment. */
  default Optional<String> waitingFor() {
    return Optional.empty();
  }

  /** Ends all waiting, with a {@link RegistryException} for whoever waits. */
  @Override
  default void close() {}
}
