package org.storywire.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that depend on nothing but what they name: SHA-256 as 64 hex digits. */
public final class StableHash {

  private StableHash() {}

  /**
   * Hash of several texts in their order; each counts with its length, so that no two lists of
   * texts run together.
   *
   * @param purpose keeps ids of different kinds apart
   */
  public static String of(String purpose, String... texts) {
    MessageDigest digest = sha256();
    add(digest, purpose);
    for (String text : texts) {
      add(digest, text);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
