package org.storywire.docker.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.storywire.docker.spill.Form;
import org.storywire.docker.spill.SortKey;
import org.storywire.docker.spill.Sorted;

/**
 * SHA-256 over lines in sorted order, so that it does not matter in which order results came about.
 * A line said twice counts twice.
 */
final class Digest implements AutoCloseable {

  private static final long MOST_BYTES = 16L << 20;

  private final Sorted<byte[]> hashes = new Sorted<>(Form.BYTES, MOST_BYTES);

  /** Takes a line, of which its own hash is kept. */
  void add(String line) {
    byte[] hash = sha256().digest(line.getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(hash);
    hashes.add(SortKey.of(hex), hash);
  }

  /**
   * Hash of all lines.
   *
   * @return 64 hex digits
   */
  String hex() {
    MessageDigest sha = sha256();
    try (Stream<byte[]> sorted = hashes.stream()) {
      sorted.forEach(
          hash -> sha.update((HexFormat.of().formatHex(hash) + "\n").getBytes(US_ASCII)));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  @Override
  public void close() {
    hashes.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
