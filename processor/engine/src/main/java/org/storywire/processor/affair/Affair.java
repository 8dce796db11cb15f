package org.storywire.processor.affair;

import java.time.Instant;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * A continuing matter. Immutable; {@link AffairBook} puts another in its place.
 *
 * @param id stable: that of the story which began it
 * @param firstAt event time of its first article
 * @param announced whether it has had two stories, so that readers know of it
 * @param terms sum of its articles
 */
record Affair(String id, Instant firstAt, boolean announced, TermVector terms) {

  private static final int VERSION = 1;

  Affair with(TermVector article) {
    return new Affair(id, firstAt, announced, terms.plus(article));
  }

  Affair announce() {
    return new Affair(id, firstAt, true, terms);
  }

  /** The older of two stays when they are found to be one; of equal ones that with the lower id. */
  boolean olderThan(Affair other) {
    int byTime = firstAt.compareTo(other.firstAt);
    return byTime != 0 ? byTime < 0 : id.compareTo(other.id) < 0;
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter().raw(VERSION).text(id).time(firstAt).flag(announced);
    terms.write(out);
    return out.toBytes();
  }

  static Affair fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "affair");
    return new Affair(in.text(), in.time(), in.flag(), TermVector.read(in));
  }
}
