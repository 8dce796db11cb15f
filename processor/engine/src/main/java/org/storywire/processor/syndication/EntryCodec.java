package org.storywire.processor.syndication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes of an article in the window, as the durable memory keeps them. */
final class EntryCodec {

  private static final byte VERSION = 1;

  /**
   * What was stored.
   *
   * @param parent the parent's id and place, null if there is none
   * @param origin the origin's id and place, null if there is no parent
   */
  record Stored(
      long sequence,
      long clock,
      Link parent,
      Link origin,
      Relation relation,
      int score,
      Entry.Place place,
      Fingerprint fingerprint) {}

  /** Another article of the tree, which may have left the window. */
  record Link(String id, Entry.Place place) {}

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
        write(out, CopyTree.origin(entry));
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
      Entry.Place place = readPlace(in);
      boolean linked = in.readBoolean();
      Link parent = linked ? readLink(in) : null;
      Link origin = linked ? readLink(in) : null;
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

  private static void write(DataOutputStream out, Entry.Place place) throws IOException {
    out.writeLong(place.time());
    out.writeByte(place.rank());
  }

  private static Link readLink(DataInputStream in) throws IOException {
    String id = in.readUTF();
    return new Link(id, readPlace(in));
  }

  private static Entry.Place readPlace(DataInputStream in) throws IOException {
    long time = in.readLong();
    return new Entry.Place(time, in.readByte());
  }
}
