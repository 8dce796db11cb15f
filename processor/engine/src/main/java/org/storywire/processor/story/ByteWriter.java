package org.storywire.processor.story;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes numbers and texts into a growing array; {@link ByteReader} reads them back. */
final class ByteWriter {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  ByteWriter() {
    this(1024);
  }

  /** With room for a number of bytes, so that a large value is not copied while it grows. */
  ByteWriter(int expected) {
    bytes = new byte[expected];
  }

  ByteWriter raw(int value) {
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
  ByteWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      raw((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return raw((int) rest);
  }

  /** Signed number: small magnitudes stay short. */
  ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  ByteWriter fixed(int value) {
    reserve(4);
    INTS.set(bytes, size, value);
    size += 4;
    return this;
  }

  ByteWriter real(double value) {
    long bits = Double.doubleToLongBits(value);
    return fixed((int) (bits >>> 32)).fixed((int) bits);
  }

  ByteWriter flag(boolean value) {
    return raw(value ? 1 : 0);
  }

  /** A moment, to the nanosecond. */
  ByteWriter time(Instant value) {
    return signed(value.getEpochSecond()).number(value.getNano());
  }

  ByteWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes with their number before them. */
  ByteWriter bytes(byte[] value) {
    number(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  /** Hashes: full-width, in the order given. */
  ByteWriter hashes(int[] values) {
    number(values.length);
    reserve(4 * values.length);
    for (int value : values) {
      INTS.set(bytes, size, value);
      size += 4;
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
