package org.storywire.docker.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over lines in sorted order, so that it does not matter in which order results came about.
 * A line said twice counts twice.
 */
final class Digest {

  private Digest() {}

  /**
   * Hash of all lines.
   *
   * @return 64 hex digits
   */
  static String of(List<String> lines) {
    MessageDigest sha = sha256();
    lines.stream()
        .sorted()
        .forEach(
            line -> {
              sha.update(line.getBytes(StandardCharsets.UTF_8));
              sha.update((byte) '\n');
            });
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Short fingerprint of a line, to keep instead of it. */
  static String of(String line) {
    return HexFormat.of().formatHex(sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
