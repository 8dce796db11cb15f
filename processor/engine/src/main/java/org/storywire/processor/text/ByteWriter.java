package org.storywire.processor.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes numbers and texts into a growing array; {@link ByteReader} reads them back. All stored
 * values of the cores are written so. Not thread-safe.
 */
public final class ByteWriter {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  /** With room for a small value. */
  public ByteWriter() {
    this(1024);
  }

  /** With room for a number of bytes, so that a large value is not copied while it grows. */
  public ByteWriter(int expected) {
    bytes = new byte[expected];
  }

  /** The low eight bits. */
  public ByteWriter raw(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** Unsigned number, seven bits a byte, low bits first. */
  public ByteWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      raw((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return raw((int) rest);
  }

  /** Signed number: small magnitudes stay short. */
  public ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  /** Four bytes, for hashes. */
  public ByteWriter fixed(int value) {
    reserve(4);
    INTS.set(bytes, size, value);
    size += 4;
    return this;
  }

  /** Eight bytes, for hashes. */
  public ByteWriter wide(long value) {
    return fixed((int) (value >>> 32)).fixed((int) value);
  }

  /** A number with its fraction, to the bit. */
  public ByteWriter real(double value) {
    return wide(Double.doubleToLongBits(value));
  }

  /** Yes or no, in one byte. */
  public ByteWriter flag(boolean value) {
    return raw(value ? 1 : 0);
  }

  /** A moment, to the nanosecond. */
  public ByteWriter time(Instant value) {
    return signed(value.getEpochSecond()).number(value.getNano());
  }

  /** A text with its length before it, in UTF-8. */
  public ByteWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes with their number before them. */
  public ByteWriter bytes(byte[] value) {
    number(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  /** Hashes: full-width, in the order given. */
  public ByteWriter hashes(int[] values) {
    number(values.length);
    reserve(4 * values.length);
    for (int value : values) {
      INTS.set(bytes, size, value);
      size += 4;
    }
    return this;
  }

  /** Short hashes: two bytes each, in the order given. */
  public ByteWriter chars(char[] values) {
    number(values.length);
    for (char value : values) {
      raw(value >>> 8).raw(value);
    }
    return this;
  }

  /** Hashes of eight bytes, in the order given. */
  public ByteWriter wides(long[] values) {
    number(values.length);
    for (long value : values) {
      wide(value);
    }
    return this;
  }

  /** What was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
