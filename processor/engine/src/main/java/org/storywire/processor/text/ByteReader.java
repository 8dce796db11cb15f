package org.storywire.processor.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote, in the same order. Every method throws {@link
 * IllegalArgumentException} where the bytes end too early, before it takes memory. Not thread-safe.
 */
public final class ByteReader {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final String what;
  private int at;

  /**
   * Starts after the version byte.
   *
   * @param what names the value in errors
   * @throws IllegalArgumentException if the version is another one
   */
  public ByteReader(byte[] bytes, int version, String what) {
    this.bytes = bytes;
    this.what = what;
    if (bytes.length == 0 || bytes[0] != version) {
      throw new IllegalArgumentException(
          "unable to read "
              + what
              + ": version "
              + (bytes.length == 0 ? "missing" : Byte.toString(bytes[0]))
              + ", expected "
              + version);
    }
    at = 1;
  }

  /** Whether there is something left to read. */
  public boolean more() {
    return at < bytes.length;
  }

  /** One byte [0..255]. */
  public int raw() {
    need(1);
    return bytes[at++] & 0xff;
  }

  private void need(int count) {
    if (count > bytes.length - at || count < 0) {
      throw new IllegalArgumentException(
          "unable to read %s: %d bytes, expected more at %d".formatted(what, bytes.length, at));
    }
  }

  /** Unsigned number. */
  public long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = raw();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
  }

  /** Unsigned number that is known to be small. */
  public int integer() {
    return (int) number();
  }

  /** Signed number. */
  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Four bytes. */
  public int fixed() {
    need(4);
    int value = (int) INTS.get(bytes, at);
    at += 4;
    return value;
  }

  /** Eight bytes. */
  public long wide() {
    long high = fixed();
    return high << 32 | (fixed() & 0xffffffffL);
  }

  /** A number with its fraction. */
  public double real() {
    return Double.longBitsToDouble(wide());
  }

  /** Yes or no. */
  public boolean flag() {
    return raw() != 0;
  }

  /** A moment. */
  public Instant time() {
    return Instant.ofEpochSecond(signed(), number());
  }

  /** A text. */
  public String text() {
    int length = count(1);
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  /** Bytes. */
  public byte[] bytes() {
    int length = count(1);
    byte[] value = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return value;
  }

  /** Hashes of four bytes. */
  public int[] hashes() {
    int[] values = new int[count(4)];
    for (int i = 0; i < values.length; i++) {
      values[i] = fixed();
    }
    return values;
  }

  /** Short hashes of two bytes. */
  public char[] chars() {
    char[] values = new char[count(2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (char) (raw() << 8 | raw());
    }
    return values;
  }

  /** Hashes of eight bytes. */
  public long[] wides() {
    long[] values = new long[count(8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = wide();
    }
    return values;
  }

  /**
   * How many values follow.
   *
   * @param least bytes that one of them takes at least [1..]
   * @throws IllegalArgumentException if the bytes that are left can't hold them
   */
  public int count(int least) {
    long count = number();
    if (count < 0 || count > (bytes.length - at) / least) {
      throw new IllegalArgumentException(
          "unable to read %s: %d values with %d bytes left"
              .formatted(what, count, bytes.length - at));
    }
    return (int) count;
  }
}
