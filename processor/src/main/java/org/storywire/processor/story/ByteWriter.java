package org.storywire.processor.story;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts into a growing array; {@link ByteReader} reads them back. */
final class ByteWriter {

  private byte[] bytes = new byte[512];
  private int size;

  ByteWriter raw(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
    return this;
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
    return raw(value >>> 24).raw(value >>> 16).raw(value >>> 8).raw(value);
  }

  ByteWriter real(double value) {
    long bits = Double.doubleToLongBits(value);
    return fixed((int) (bits >>> 32)).fixed((int) bits);
  }

  ByteWriter flag(boolean value) {
    return raw(value ? 1 : 0);
  }

  ByteWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    for (byte b : utf8) {
      raw(b);
    }
    return this;
  }

  /** Hashes: full-width, in the order given. */
  ByteWriter hashes(int[] values) {
    number(values.length);
    for (int value : values) {
      fixed(value);
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
