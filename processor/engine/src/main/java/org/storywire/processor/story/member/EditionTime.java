package org.storywire.processor.story.member;

import java.time.Instant;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * How far an edition has come. Every article is written down with it, so that it outlives a
 * restart.
 *
 * @param clock latest event time seen
 * @param forgotten stories forgotten so far [0..]
 */
public record EditionTime(Instant clock, long forgotten) {

  public static final EditionTime BEGIN = new EditionTime(Instant.MIN, 0);

  public EditionTime advanced(Instant at) {
    return at.isAfter(clock) ? new EditionTime(at, forgotten) : this;
  }

  public EditionTime oneForgotten() {
    return new EditionTime(clock, forgotten + 1);
  }

  /** The later of both in each respect. */
  public EditionTime max(EditionTime other) {
    return new EditionTime(advanced(other.clock).clock, Math.max(forgotten, other.forgotten));
  }

  void write(ByteWriter out) {
    out.time(clock).number(forgotten);
  }

  static EditionTime read(ByteReader in) {
    return new EditionTime(in.time(), in.number());
  }
}
