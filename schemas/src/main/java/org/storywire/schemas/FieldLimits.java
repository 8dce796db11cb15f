package org.storywire.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How long the fields of a raw article may be [characters]. Whoever writes one cuts what is longer;
 * the processor sends an article that exceeds a limit to the dead letters.
 */
public final class FieldLimits {

  /** Longest id that a source gives. */
  public static final int ID = 1_024;

  /** Longest name of a source. */
  public static final int SOURCE = 255;

  /** Longest address. */
  public static final int URL = 8_192;

  /** Longest title. */
  public static final int TITLE = 8_192;

  /** Longest body: some hundred times a long report. */
  public static final int BODY = 4_000_000;

  /** Longest name or value of an additional field. */
  public static final int EXTRA = 8_192;

  /** Most additional fields. */
  public static final int EXTRAS = 64;

  private static final int DIGEST_BYTES = 8;

  private FieldLimits() {}

  /**
   * A text that is no longer than a limit: the text itself, or its beginning with its length and a
   * part of its SHA-256, so that different texts stay different.
   *
   * @param most longest text that is given back [100..]
   */
  public static String excerpt(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    String mark = "… [" + text.length() + " characters, SHA-256 " + digest(text) + "]";
    int end = most - mark.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + mark;
  }

  private static String digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
