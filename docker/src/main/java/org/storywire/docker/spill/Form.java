package org.storywire.docker.spill;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How records are kept: as they are in memory, as bytes in a file.
 *
 * @param size about how much memory a record takes [bytes]
 * @param write a record as bytes
 * @param read the record of these bytes
 */
public record Form<T>(ToIntFunction<T> size, Function<T, byte[]> write, Function<byte[], T> read) {

  /** Records that are bytes already. */
  public static final Form<byte[]> BYTES =
      new Form<>(bytes -> bytes.length, bytes -> bytes, bytes -> bytes);
}
