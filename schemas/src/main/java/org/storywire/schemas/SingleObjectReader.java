package org.storywire.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads Avro single-object encoding of today's schema and of given older ones. In place of Avro's
 * own reader because that one makes room for whatever length damaged bytes claim.
 *
 * <p>Not thread-safe.
 *
 * @param <T> a generated record class
 */
final class SingleObjectReader<T extends SpecificRecord> {

  private static final int HEADER = 2 + Long.BYTES;
  private static final byte[] MARKER = {(byte) 0xC3, 0x01};

  private final Map<Long, DatumReader<T>> readers = new HashMap<>();

  SingleObjectReader(SpecificData model, Schema today, List<Schema> released) {
    List<Schema> writers = new ArrayList<>(released);
    writers.add(today);
    for (Schema writer : writers) {
      long fingerprint = SchemaNormalization.parsingFingerprint64(writer);
      readers.put(fingerprint, newReader(model, writer, today));
    }
  }

  /**
   * The record that the bytes hold.
   *
   * @throws IOException if the bytes end early
   * @throws AvroRuntimeException if they are not of a known schema, or hold more than one record
   */
  T read(byte[] bytes) throws IOException {
    if (bytes.length < HEADER || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
      throw new AvroRuntimeException("no single-object marker C3 01 at the start");
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    DatumReader<T> reader = readers.get(fingerprint);
    if (reader == null) {
      throw new AvroRuntimeException(
          "unknown schema fingerprint " + Long.toHexString(fingerprint) + ", none of the released");
    }
    return BoundedReader.read(reader, bytes, HEADER);
  }

  @SuppressWarnings("unchecked")
  private static <T> DatumReader<T> newReader(SpecificData model, Schema writer, Schema today) {
    return model.createDatumReader(writer, today);
  }
}
