package org.storywire.schemas;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads one record that ends where the bytes end, and makes no room for what damaged ones claim.
 */
public final class BoundedReader {

  private BoundedReader() {}

  /**
   * The record behind a header.
   *
   * @param header bytes before the record
   * @throws IOException if the bytes end early
   * @throws AvroRuntimeException if they hold something else, or more than one record
   */
  public static <T> T read(DatumReader<T> reader, byte[] bytes, int header) throws IOException {
    int length = bytes.length - header;
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, header, length, null);
    T record = reader.read(null, new BoundedDecoder(decoder, length));
    if (!decoder.isEnd()) {
      throw new AvroRuntimeException("bytes left over after the record");
    }
    return record;
  }
}
