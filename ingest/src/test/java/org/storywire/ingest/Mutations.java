package org.storywire.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Inputs that nobody would write, made from such as somebody would: bytes changed, cut out,
 * doubled, put in from elsewhere. The same seed gives the same inputs.
 */
final class Mutations {

  private static final List<String> ODD =
      List.of(
          "\u0000",
          "\uFEFF",
          "\u202E",
          "\u0301",
          "\uD83D\uDE00",
          "<![CDATA[",
          "<!--",
          "]]>",
          "<!DOCTYPE a [<!ENTITY b 'c'>]>",
          "&b;",
          "&#x110000;",
          "\\u0000",
          "\\ud800",
          "{",
          "}",
          "[[[[[[[[",
          "\"",
          "\r\n",
          "\t",
          "-1",
          "99999999999999999999",
          "1e400",
          "0000-00-00",
          "http://[::1",
          "%zz",
          "\u001f\u008b\b");

  private static final int MOST_STEPS = 6;

  /** Longest input [bytes]: what is wrong shows in short ones. */
  private static final int LONGEST = 20_000;

  private final List<byte[]> seeds;
  private final Random random;

  Mutations(List<byte[]> seeds, long seed) {
    this.seeds = List.copyOf(seeds);
    this.random = new Random(seed);
  }

  static Mutations of(long seed, String... seeds) {
    return new Mutations(
        List.of(seeds).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(), seed);
  }

  byte[] next() {
    byte[] bytes = any().clone();
    for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
      bytes = step(bytes);
    }
    return bytes;
  }

  private byte[] step(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(1 + Math.max(1, bytes.length / 4)));
    return switch (random.nextInt(6)) {
      case 0 -> flipped(bytes);
      case 1 -> joined(bytes, at, new byte[0], end);
      case 2 -> joined(bytes, at, slice(bytes, at, end), at);
      case 3 -> joined(bytes, at, odd(), at);
      case 4 -> joined(bytes, at, odd(), end);
      default -> {
        byte[] other = any();
        int from = random.nextInt(other.length);
        int to = from + random.nextInt(other.length - from);
        yield joined(bytes, at, slice(other, from, to), end);
      }
    };
  }

  private byte[] any() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] odd() {
    return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] bytes) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The bytes up to a place, then others, then the bytes from a place on. */
  private static byte[] joined(byte[] bytes, int to, byte[] others, int from) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, to);
    joined.write(others, 0, others.length);
    joined.write(bytes, from, bytes.length - from);
    byte[] all = joined.toByteArray();
    return all.length <= LONGEST ? all : slice(all, 0, LONGEST);
  }
}
