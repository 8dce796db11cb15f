package org.storywire.processor.story;

import java.util.Arrays;

/**
 * A stretch of the body with the words that carry its meaning: a sentence or a quotation.
 *
 * @param start first UTF-16 unit in the body
 * @param end after the last UTF-16 unit
 * @param words distinct content words, hashed, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record Passage(int start, int end, int[] words) {

  void write(ByteWriter out) {
    out.number(start).number(end - start).hashes(words);
  }

  static Passage read(ByteReader in) {
    int start = in.integer();
    int length = in.integer();
    return new Passage(start, start + length, in.hashes());
  }

  boolean has(int word) {
    return Arrays.binarySearch(words, word) >= 0;
  }
}
