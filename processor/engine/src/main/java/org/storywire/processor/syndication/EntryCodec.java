package org.storywire.processor.syndication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes of an article in the window, as the durable memory keeps them. */
final class EntryCodec {

  private static final byte VERSION = 2;

  /**
   * What was stored.
   *
   * @param parent the parent's id and place, null if there is none
   * @param origin the origin's id and place, null if there is no parent
   */
  record Stored(
      long sequence,
      long clock,
      Named parent,
      Named origin,
      Relation relation,
      int score,
      Place place,
      Fingerprint fingerprint) {}

  /** Another article of the tree, which may have left the window. */
  record Named(String id, Place place) {}

  private EntryCodec() {}

  static byte[] encode(Entry entry, long clock) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1600);
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeByte(VERSION);
      out.writeLong(entry.sequence);
      out.writeLong(clock);
      write(out, entry.place);
      out.writeBoolean(entry.parent != null);
      if (entry.parent != null) {
        write(out, entry.parent);
        write(out, Lineage.origin(entry));
        out.writeUTF(entry.relation.name());
        out.writeInt(entry.score);
      }
      byte[] fingerprint = entry.fingerprint.toBytes();
      out.writeInt(fingerprint.length);
      out.write(fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to encode " + entry.id, e);
    }
    return bytes.toByteArray();
  }

  static Stored decode(byte[] value) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "illegal stored article: version " + version + ", expected " + VERSION);
      }
      long sequence = in.readLong();
      long clock = in.readLong();
      Place place = readPlace(in);
      boolean linked = in.readBoolean();
      Named parent = linked ? readNamed(in) : null;
      Named origin = linked ? readNamed(in) : null;
      Relation relation = linked ? Relation.valueOf(in.readUTF()) : Relation.NONE;
      int score = linked ? in.readInt() : 0;
      byte[] fingerprint = in.readNBytes(in.readInt());
      return new Stored(
          sequence,
          clock,
          parent,
          origin,
          relation,
          score,
          place,
          Fingerprint.fromBytes(fingerprint));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "illegal stored article: " + value.length + " bytes, expected more", e);
    }
  }

  private static void write(DataOutputStream out, Entry entry) throws IOException {
    out.writeUTF(entry.id);
    write(out, entry.place);
  }

  private static void write(DataOutputStream out, Place place) throws IOException {
    out.writeLong(place.time());
    out.writeByte(place.rank());
    out.writeLong(place.received());
    out.writeLong(place.number());
  }

  private static Named readNamed(DataInputStream in) throws IOException {
    String id = in.readUTF();
    return new Named(id, readPlace(in));
  }

  private static Place readPlace(DataInputStream in) throws IOException {
    long time = in.readLong();
    int rank = in.readByte();
    return new Place(time, rank, in.readLong(), in.readLong());
  }
}
