package org.storywire.processor.article;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * The last version of an article, small enough to keep for every article: its hash, what tells a
 * change of text from a change of furniture, and what tells a changed text from another one.
 */
public final class KnownVersion {

  /** What is known of an article that was canceled before it was seen. */
  static final KnownVersion CANCELED =
      new KnownVersion(0, 0, new int[0], new int[0], Optional.empty());

  private static final int VERSION = 2;

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
  KnownVersion(
      long textHash, int revision, int[] linePrints, int[] sketch, Optional<String> successor) {
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
  public static KnownVersion fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "known article");
    return new KnownVersion(
        in.wide(),
        in.integer(),
        in.hashes(),
        in.hashes(),
        Optional.of(in.text()).filter(id -> !id.isEmpty()));
  }

  /** The version in about 0.2 to 0.7 KB. */
  public byte[] toBytes() {
    return new ByteWriter()
        .raw(VERSION)
        .wide(textHash)
        .number(revision)
        .hashes(linePrints)
        .hashes(sketch)
        .text(successor.orElse(""))
        .toBytes();
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

  /** The version after this one, which has no text: whatever follows is another revision. */
  KnownVersion canceled() {
    return new KnownVersion(0, revision + 1, new int[0], sketch, successor);
  }

  KnownVersion withSuccessor(String articleId) {
    return new KnownVersion(textHash, revision, linePrints, sketch, Optional.of(articleId));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnownVersion known && Arrays.equals(toBytes(), known.toBytes());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(textHash) * 31 + revision;
  }

  @Override
  public String toString() {
    return "KnownVersion[textHash=" + Long.toHexString(textHash) + ", revision=" + revision + "]";
  }
}
