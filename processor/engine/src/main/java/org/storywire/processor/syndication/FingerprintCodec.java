package org.storywire.processor.syndication;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes of a fingerprint: a version, then its fields in fixed order, big-endian. */
final class FingerprintCodec {

  private static final byte VERSION = 3;

  private FingerprintCodec() {}

  static byte[] encode(Fingerprint f) {
    byte[] id = f.id().getBytes(StandardCharsets.UTF_8);
    Sample sample = f.sample();
    ByteBuffer out =
        ByteBuffer.allocate(
            128
                + id.length
                + 8 * (f.credits().length + f.keys().length)
                + 4 * sample.size()
                + sample.places().length
                + 2 * f.lead().words().length
                + 2 * f.lead().lasts().length);
    out.put(VERSION);
    putBytes(out, id);
    out.putLong(f.time())
        .putLong(f.received())
        .putLong(f.number())
        .putInt(f.revision())
        .put((byte) (f.embedded() ? 1 : 0));
    out.putLong(f.source()).putLong(f.content()).putLong(f.title());
    out.put((byte) (f.onTopic() ? 1 : 0));
    putLongs(out, f.credits());
    putLongs(out, f.keys());
    out.put((byte) sample.level()).putInt(sample.shingles()).putInt(sample.prose());
    out.putInt(sample.opening()).putInt(sample.size());
    for (int hash : sample.hashes()) {
      out.putInt(hash);
    }
    putBytes(out, sample.places());
    put(out, f.lead());
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  static Fingerprint decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length == 0 || in.get() != VERSION) {
      throw new IllegalArgumentException(
          "illegal fingerprint: "
              + (bytes.length == 0 ? "no bytes" : "version " + bytes[0])
              + ", expected version "
              + VERSION);
    }
    try {
      return decode(in);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IllegalArgumentException(
          "illegal fingerprint: " + bytes.length + " bytes, expected more at " + in.position(), e);
    }
  }

  private static Fingerprint decode(ByteBuffer in) {
    String id = new String(bytes(in), StandardCharsets.UTF_8);
    long time = in.getLong();
    long received = in.getLong();
    long number = in.getLong();
    int revision = in.getInt();
    boolean embedded = in.get() != 0;
    long source = in.getLong();
    long content = in.getLong();
    long title = in.getLong();
    boolean onTopic = in.get() != 0;
    long[] credits = longs(in);
    long[] keys = longs(in);
    int level = in.get();
    int shingles = in.getInt();
    int prose = in.getInt();
    int opening = in.getInt();
    int size = length(in, 4);
    int[] hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.getInt();
    }
    Sample sample = new Sample(level, shingles, prose, opening, hashes, bytes(in));
    Lead lead = lead(in);
    return new Fingerprint(
        id, time, received, number, revision, embedded, source, credits, content, title, onTopic,
        keys, sample, lead);
  }

  private static void put(ByteBuffer out, Lead lead) {
    out.put((byte) lead.head());
    putChars(out, lead.words());
    putChars(out, lead.lasts());
  }

  private static Lead lead(ByteBuffer in) {
    int head = in.get() & 0xff;
    return new Lead(head, chars(in), chars(in));
  }

  private static void putBytes(ByteBuffer out, byte[] bytes) {
    out.putInt(bytes.length).put(bytes);
  }

  private static void putLongs(ByteBuffer out, long[] values) {
    out.putInt(values.length);
    for (long value : values) {
      out.putLong(value);
    }
  }

  private static void putChars(ByteBuffer out, char[] values) {
    out.putInt(values.length);
    for (char value : values) {
      out.putChar(value);
    }
  }

  private static char[] chars(ByteBuffer in) {
    char[] values = new char[length(in, 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getChar();
    }
    return values;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[length(in, 1)];
    in.get(bytes);
    return bytes;
  }

  private static long[] longs(ByteBuffer in) {
    long[] values = new long[length(in, 8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getLong();
    }
    return values;
  }

  /** Reads a count and refuses one that the bytes left cannot hold, before memory is taken. */
  private static int length(ByteBuffer in, int unit) {
    int length = in.getInt();
    if (length < 0 || (long) length * unit > in.remaining()) {
      throw new IllegalArgumentException(
          "illegal fingerprint: length " + length + " with " + in.remaining() + " bytes left");
    }
    return length;
  }
}
