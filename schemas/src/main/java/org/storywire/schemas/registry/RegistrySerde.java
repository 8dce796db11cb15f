package org.storywire.schemas.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.storywire.schemas.BoundedReader;
import org.storywire.schemas.ValueSerde;
import org.storywire.schemas.WireFormat;

/**
 * Values of one record class in a registry's wire format. Also reads single-object encoding, which
 * begins otherwise: a topic may hold records from before there was a registry.
 *
 * <p>Safe for threads: each has its own readers. {@link SerializationException} means that the
 * bytes are bad; trouble with the registry is a {@link RegistryException}.
 */
final class RegistrySerde<T extends SpecificRecord> extends ValueSerde<T> {

  private static final byte MAGIC = 0;
  private static final int HEADER = 1 + Integer.BYTES;
  private static final int SINGLE_OBJECT = 0xC3;

  private final RegistryFormat registry;
  private final Class<T> type;
  private final SpecificData model;
  private final Schema today;
  private final Deserializer<T> singleObject;
  private final ThreadLocal<Map<Integer, DatumReader<T>>> readers =
      ThreadLocal.withInitial(HashMap::new);

  RegistrySerde(Class<T> type, RegistryFormat registry) {
    this.registry = registry;
    this.type = type;
    this.model = SpecificData.getForClass(type);
    this.today = model.getSchema(type);
    this.singleObject = WireFormat.SINGLE_OBJECT.serde(type).deserializer();
  }

  @Override
  @SuppressWarnings("unchecked")
  public byte[] serialize(String topic, T value) {
    if (value == null) {
      return null;
    }
    int id = registry.writerId(topic, today);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
    out.writeBytes(ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array());
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      ((DatumWriter<T>) model.createDatumWriter(today)).write(value, encoder);
      encoder.flush();
      return out.toByteArray();
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
    if (bytes.length > 0 && Byte.toUnsignedInt(bytes[0]) == SINGLE_OBJECT) {
      return singleObject.deserialize(topic, bytes);
    }
    if (bytes.length < HEADER || bytes[0] != MAGIC) {
      throw unreadable(topic, bytes, "no 00 and schema id at the start", null);
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    try {
      return BoundedReader.read(reader(topic, bytes, id), bytes, HEADER);
    } catch (RegistryException | SerializationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw unreadable(topic, bytes, "written with schema id " + id + ": " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private DatumReader<T> reader(String topic, byte[] bytes, int id) {
    Map<Integer, DatumReader<T>> known = readers.get();
    DatumReader<T> reader = known.get(id);
    if (reader == null) {
      Schema writer =
          registry
              .writerSchema(topic, id)
              .orElseThrow(() -> unreadable(topic, bytes, "unknown schema id " + id, null));
      reader = (DatumReader<T>) model.createDatumReader(writer, today);
      known.put(id, reader);
    }
    return reader;
  }

  private SerializationException unreadable(
      String topic, byte[] bytes, String why, Exception cause) {
    return new SerializationException(
        "unable to read "
            + bytes.length
            + " bytes of "
            + topic
            + " as "
            + type.getSimpleName()
            + ", expected a registry's wire format: "
            + why,
        cause);
  }
}
