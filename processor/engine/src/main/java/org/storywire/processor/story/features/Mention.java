package org.storywire.processor.story.features;

import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * A person or a figure where the body mentions it first.
 *
 * @param start first UTF-16 unit in the body
 * @param end after the last UTF-16 unit
 * @param key what is named, or the figure's value, hashed
 * @param slot for a figure: what it counts, hashed, 0 if unknown; for a person: the last name
 * @param said the figure as it stands in the text, without what it counts; empty for a person
 */
public record Mention(int start, int end, int key, int slot, String said) {

  private static final int LONGEST = 16;

  Mention(int start, int end, int key, int slot) {
    this(start, end, key, slot, "");
  }

  /** A figure; what is too long to be one is cut. */
  public Mention {
    said = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
  }

  void write(ByteWriter out) {
    out.number(start).number(end - start).fixed(key).fixed(slot).text(said);
  }

  static Mention read(ByteReader in) {
    int start = in.integer();
    int length = in.integer();
    return new Mention(start, start + length, in.fixed(), in.fixed(), in.text());
  }
}
