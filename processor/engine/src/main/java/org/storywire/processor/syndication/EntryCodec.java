package org.storywire.processor.syndication;

import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/** Bytes of an article in the window, as the durable memory keeps them. */
final class EntryCodec {

  private static final int VERSION = 3;

  /**
   * What was stored.
   *
   * @param parent the parent's id and place, null if there is none
   * @param origin the origin's id and place, null if there is no parent
   * @param ruled whether an editor decided about the parent; false in values of former releases
   */
  record Stored(
      long sequence,
      long clock,
      Named parent,
      Named origin,
      Relation relation,
      int score,
      Place place,
      Fingerprint fingerprint,
      boolean ruled) {}

  /** Another article of the tree, which may have left the window. */
  record Named(String id, Place place) {}

  private EntryCodec() {}

  static byte[] encode(Entry entry, long clock) {
    ByteWriter out = new ByteWriter(1600).raw(VERSION).number(entry.sequence).signed(clock);
    write(out, entry.place);
    out.flag(entry.parent != null);
    if (entry.parent != null) {
      write(out, entry.parent);
      write(out, Lineage.origin(entry));
      out.text(entry.relation.name()).number(entry.score);
    }
    out.bytes(entry.fingerprint.toBytes());
    return (entry.ruled ? out.flag(true) : out).toBytes();
  }

  static Stored decode(byte[] value) {
    ByteReader in = new ByteReader(value, VERSION, "article of the copy window");
    long sequence = in.number();
    long clock = in.signed();
    Place place = readPlace(in);
    boolean linked = in.flag();
    return new Stored(
        sequence,
        clock,
        linked ? readNamed(in) : null,
        linked ? readNamed(in) : null,
        linked ? Relation.valueOf(in.text()) : Relation.NONE,
        linked ? in.integer() : 0,
        place,
        Fingerprint.fromBytes(in.bytes()),
        in.more() && in.flag());
  }

  private static void write(ByteWriter out, Entry entry) {
    write(out.text(entry.id), entry.place);
  }

  private static void write(ByteWriter out, Place place) {
    out.signed(place.time()).raw(place.rank()).signed(place.received()).number(place.number());
  }

  private static Named readNamed(ByteReader in) {
    return new Named(in.text(), readPlace(in));
  }

  private static Place readPlace(ByteReader in) {
    return new Place(in.signed(), in.raw(), in.signed(), in.number());
  }
}
