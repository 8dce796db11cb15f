package org.storywire.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Values in Avro single-object encoding: two marker bytes, the schema's 64-bit fingerprint, the
 * record (Avro 1.12 specification, "Single-object encoding"). Writes today's schema; reads today's
 * and every released one.
 *
 * <p>Thread-safe: Kafka Streams shares one deserializer among its threads, and Avro's encoders and
 * decoders keep buffers, so each thread has its own.
 *
 * @param <T> a generated record class
 */
public final class AvroSerde<T extends SpecificRecord> extends ValueSerde<T> {

  private final Class<T> type;
  private final ThreadLocal<BinaryMessageEncoder<T>> encoder;
  private final ThreadLocal<SingleObjectReader<T>> decoder;

  /** A serde for one record class; asked for through {@link NewsSerdes}. */
  AvroSerde(Class<T> type) {
    this(type, ReleasedSchemas.of(type.getSimpleName()));
  }

  /** A serde that also reads what was written with {@code released} schemas. */
  AvroSerde(Class<T> type, List<Schema> released) {
    this.type = type;
    SpecificData model = SpecificData.getForClass(type);
    var schema = model.getSchema(type);
    this.encoder = ThreadLocal.withInitial(() -> new BinaryMessageEncoder<>(model, schema));
    this.decoder = ThreadLocal.withInitial(() -> new SingleObjectReader<>(model, schema, released));
  }

  @Override
  public byte[] serialize(String topic, T value) {
    if (value == null) {
      return null;
    }
    try {
      ByteBuffer buffer = encoder.get().encode(value);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "unable to write " + type.getSimpleName() + " for " + topic, e);
    }
  }

  @Override
  public T deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return decoder.get().read(bytes);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "unable to read "
              + bytes.length
              + " bytes of "
              + topic
              + " as "
              + type.getSimpleName()
              + ", expected Avro single-object encoding of a known schema version: "
              + e.getMessage(),
          e);
    }
  }
}
