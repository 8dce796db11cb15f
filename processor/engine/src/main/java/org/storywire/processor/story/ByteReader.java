package org.storywire.processor.story;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int at;

  /**
   * Starts after the version byte.
   *
   * @throws IllegalArgumentException if the version is another one
   */
  ByteReader(byte[] bytes, int version, String what) {
    this.bytes = bytes;
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

  int raw() {
    return bytes[at++] & 0xff;
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = raw();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
  }

  int integer() {
    return (int) number();
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  int fixed() {
    int value = (int) INTS.get(bytes, at);
    at += 4;
    return value;
  }

  double real() {
    long high = fixed();
    return Double.longBitsToDouble(high << 32 | (fixed() & 0xffffffffL));
  }

  boolean flag() {
    return raw() != 0;
  }

  Instant time() {
    return Instant.ofEpochSecond(signed(), number());
  }

  String text() {
    int length = integer();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  byte[] bytes() {
    int length = integer();
    byte[] value = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return value;
  }

  int[] hashes() {
    int[] values = new int[integer()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fixed();
    }
    return values;
  }
}
