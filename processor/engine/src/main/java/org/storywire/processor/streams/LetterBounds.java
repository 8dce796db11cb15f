package org.storywire.processor.streams;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Keeps dead letters small enough to be written. A letter repeats what was wrong with a record in
 * headers beside the record itself; if it grew beyond what its topic takes, the processor would
 * fail, and fail again at each restart.
 */
final class LetterBounds {

  /** Header of a letter that lacks a part of its record: what, how long it was, what is kept. */
  static final String CUT = "storywire.errors.cut";

  /** Longest value that is kept whole [bytes]: what the topics of articles take. */
  static final int VALUE = 8 * 1024 * 1024;

  /** Longest key that is kept whole [bytes]. */
  static final int KEY = 64 * 1024;

  /** Longest value of a header [bytes]. */
  static final int HEADER = 8 * 1024;

  private static final int HEADERS = 60;
  private static final int HEADER_NAME = 256;
  private static final byte[] MARK = "…".getBytes(StandardCharsets.UTF_8);

  private LetterBounds() {}

  /** The letters, each within the bounds. */
  static List<ProducerRecord<byte[], byte[]>> of(List<ProducerRecord<byte[], byte[]>> letters) {
    return letters.stream().map(LetterBounds::of).toList();
  }

  private static ProducerRecord<byte[], byte[]> of(ProducerRecord<byte[], byte[]> letter) {
    List<Header> headers = headers(letter);
    byte[] key = cut("key", letter.key(), KEY, headers);
    byte[] value = cut("value", letter.value(), VALUE, headers);
    return new ProducerRecord<>(
        letter.topic(), letter.partition(), letter.timestamp(), key, value, headers);
  }

  /** The last ones, since those that say what was wrong are put behind the record's own. */
  private static List<Header> headers(ProducerRecord<byte[], byte[]> letter) {
    List<Header> all = new ArrayList<>();
    for (Header header : letter.headers()) {
      if (header.key().length() <= HEADER_NAME) {
        all.add(new RecordHeader(header.key(), cut(header.value())));
      }
    }
    return new ArrayList<>(all.subList(Math.max(0, all.size() - HEADERS), all.size()));
  }

  private static byte[] cut(byte[] value) {
    if (value == null || value.length <= HEADER) {
      return value;
    }
    byte[] kept = Arrays.copyOf(value, HEADER);
    System.arraycopy(MARK, 0, kept, HEADER - MARK.length, MARK.length);
    return kept;
  }

  private static byte[] cut(String what, byte[] bytes, int most, List<Header> headers) {
    if (bytes == null || bytes.length <= most) {
      return bytes;
    }
    String cut = what + " of " + bytes.length + " bytes, the first " + most + " are kept";
    headers.add(new RecordHeader(CUT, cut.getBytes(StandardCharsets.UTF_8)));
    return Arrays.copyOf(bytes, most);
  }
}
