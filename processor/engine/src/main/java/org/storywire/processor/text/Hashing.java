package org.storywire.processor.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable hashes: the same on every machine, Java version and run. */
public final class Hashing {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Hashing() {}

  /** 64-bit hash of a text: FNV-1a over its UTF-16 units, then {@link #mix(long)}. */
  public static long hash64(CharSequence text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = step(hash, text.charAt(i));
    }
    return mix(hash);
  }

  /**
   * One FNV-1a step over a UTF-16 unit; start from {@link #start()}, end with {@link #mix(long)}.
   */
  static long step(long hash, char unit) {
    return (hash ^ unit) * FNV_PRIME;
  }

  static long start() {
    return FNV_OFFSET;
  }

  /** Spreads every input bit over all output bits (the 64-bit finaliser of MurmurHash3). */
  public static long mix(long value) {
    long v = value;
    v = (v ^ (v >>> 33)) * 0xff51afd7ed558ccdL;
    v = (v ^ (v >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return v ^ (v >>> 33);
  }

  /** Hash of an ordered pair of hashes: {@code combine(a, b) != combine(b, a)}. */
  public static long combine(long first, long second) {
    return mix(first * 31 + Long.rotateLeft(second, 27));
  }

  /**
   * Identifier from parts: the first 80 bits of their SHA-256, parts separated so that ("ab", "c")
   * and ("a", "bc") differ.
   *
   * @return 20 hex digits
   */
  public static String id(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0x1f);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing, but every Java platform has it", e);
    }
  }
}
