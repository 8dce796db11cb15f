package org.storywire.processor.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The last version of an article, small enough to keep for every article: its hash, what tells a
 * change of text from a change of furniture, and what tells a changed text from another one.
 */
public final class Known {

  private static final byte VERSION = 1;
  private static final int FIXED = 1 + Long.BYTES + Integer.BYTES + 3 * Short.BYTES;

  private final long textHash;
  private final int revision;
  private final int[] linePrints;
  private final int[] sketch;
  private final Optional<String> successor;

  /**
   * A version.
   *
   * @param textHash hash of title and paragraphs
   * @param revision how many changed versions came before [0..]
   * @param linePrints prints of title and lines before learned furniture was taken out, in text
   *     order; empty if there were too many
   * @param sketch smallest hashes of the text's pairs of content words, ascending
   * @param successor id of another article that took over this one's address
   */
  Known(long textHash, int revision, int[] linePrints, int[] sketch, Optional<String> successor) {
    this.textHash = textHash;
    this.revision = revision;
    this.linePrints = linePrints.clone();
    this.sketch = sketch.clone();
    this.successor = Objects.requireNonNull(successor, "successor");
  }

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException if the bytes are not those of {@link #toBytes()}
   */
  public static Known fromBytes(byte[] bytes) {
    if (bytes.length < FIXED || bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "illegal known article: " + bytes.length + " bytes, version must be " + VERSION);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    long textHash = in.getLong();
    int revision = in.getInt();
    int[] linePrints = new int[in.getShort()];
    int[] sketch = new int[in.getShort()];
    byte[] successor = new byte[in.getShort()];
    if (in.remaining() != (linePrints.length + sketch.length) * Integer.BYTES + successor.length) {
      throw new IllegalArgumentException(
          "illegal known article: " + bytes.length + " bytes do not match the counts in it");
    }
    for (int i = 0; i < linePrints.length; i++) {
      linePrints[i] = in.getInt();
    }
    for (int i = 0; i < sketch.length; i++) {
      sketch[i] = in.getInt();
    }
    in.get(successor);
    String next = new String(successor, StandardCharsets.UTF_8);
    return new Known(
        textHash, revision, linePrints, sketch, Optional.of(next).filter(id -> !id.isEmpty()));
  }

  /** The version in about 0.2 to 0.7 KB. */
  public byte[] toBytes() {
    byte[] next = successor.orElse("").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            FIXED + (linePrints.length + sketch.length) * Integer.BYTES + next.length);
    out.put(VERSION).putLong(textHash).putInt(revision);
    out.putShort((short) linePrints.length).putShort((short) sketch.length);
    out.putShort((short) next.length);
    for (int print : linePrints) {
      out.putInt(print);
    }
    for (int hash : sketch) {
      out.putInt(hash);
    }
    return out.put(next).array();
  }

  /** How many changed versions came before this one [0..]. */
  public int revision() {
    return revision;
  }

  long textHash() {
    return textHash;
  }

  int[] linePrints() {
    return linePrints.clone();
  }

  int[] sketch() {
    return sketch.clone();
  }

  Optional<String> successor() {
    return successor;
  }

  Known withSuccessor(String articleId) {
    return new Known(textHash, revision, linePrints, sketch, Optional.of(articleId));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Known known && Arrays.equals(toBytes(), known.toBytes());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(textHash) * 31 + revision;
  }

  @Override
  public String toString() {
    return "Known[textHash=" + Long.toHexString(textHash) + ", revision=" + revision + "]";
  }
}
