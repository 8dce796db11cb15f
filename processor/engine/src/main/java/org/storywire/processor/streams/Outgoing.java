package org.storywire.processor.streams;

import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record on its way to one of the output topics.
 *
 * @param topic where it goes
 * @param value what it says; empty for a tombstone
 */
record Outgoing(String topic, Optional<SpecificRecord> value) {

  Outgoing {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(value, "value");
  }

  static Outgoing of(String topic, SpecificRecord value) {
    return new Outgoing(topic, Optional.of(value));
  }

  static Outgoing tombstone(String topic) {
    return new Outgoing(topic, Optional.empty());
  }
}
