package org.storywire.processor.story.features;

import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * A stretch of the body with the words that carry its meaning: a sentence or a quotation.
 *
 * @param start first UTF-16 unit in the body
 * @param end after the last UTF-16 unit
 * @param words its distinct content words: their places in the article's profile, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
public record Passage(int start, int end, int[] words) {

  void write(ByteWriter out) {
    out.number(start).number(end - start).number(words.length);
    int before = 0;
    for (int word : words) {
      out.number(word - before);
      before = word;
    }
  }

  static Passage read(ByteReader in) {
    int start = in.integer();
    int length = in.integer();
    int[] words = new int[in.count(1)];
    int word = 0;
    for (int i = 0; i < words.length; i++) {
      word += in.integer();
      words[i] = word;
    }
    return new Passage(start, start + length, words);
  }
}
