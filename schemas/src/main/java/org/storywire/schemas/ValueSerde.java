package org.storywire.schemas;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A serde that is its own serializer and deserializer, and is ready once it is made.
 *
 * @param <T> what it reads and writes
 */
public abstract class ValueSerde<T> implements Serde<T>, Serializer<T>, Deserializer<T> {

  /** For serdes of this module. */
  protected ValueSerde() {}

  @Override
  public final Serializer<T> serializer() {
    return this;
  }

  @Override
  public final Deserializer<T> deserializer() {
    return this;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    // Nothing to configure: whoever made it has said all.
  }

  @Override
  public void close() {
    // Nothing is held open that is not shared.
  }
}
