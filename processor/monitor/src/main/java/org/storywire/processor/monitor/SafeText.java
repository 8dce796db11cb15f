package org.storywire.processor.monitor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes what an article says harmless to show. Lengths are kept, unit for unit, because evidence
 * points into texts by offset.
 */
final class SafeText {

  private static final char REPLACEMENT = '\uFFFD';
  private static final char WORD_JOINER = '\u2060';
  private static final int LONGEST_LINK = 2_000;

  private SafeText() {}

  /**
   * The text with control characters and lone surrogates replaced by U+FFFD, direction overrides by
   * the invisible U+2060, and line separators by a newline. Of the same length.
   */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char harmless = harmless(text, i, c);
      if (harmless != c) {
        if (safe == null) {
          safe = new StringBuilder(text);
        }
        safe.setCharAt(i, harmless);
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** {@link #of}, cut to a number of UTF-16 units without halving a surrogate pair. */
  static String of(String text, int longest) {
    String safe = of(text);
    if (safe.length() <= longest) {
      return safe;
    }
    int end = Character.isHighSurrogate(safe.charAt(longest - 1)) ? longest - 1 : longest;
    return safe.substring(0, end) + "…";
  }

  /** The address if it is one a reader may follow: absolute, http or https, naming a host. */
  static Optional<String> link(String address) {
    if (address == null || address.length() > LONGEST_LINK) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      boolean plain = uri.getHost() != null && uri.getUserInfo() == null;
      return web && plain ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static char harmless(String text, int at, char c) {
    if (c >= ' ' && c < 0x7F) {
      return c;
    }
    if (c == '\n' || c == '\t') {
      return c;
    }
    if (c == '\r' || c == '\u2028' || c == '\u2029') {
      return '\n';
    }
    if (c < 0xA0) {
      return REPLACEMENT;
    }
    boolean override = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    boolean mark = c == '\u200E' || c == '\u200F' || c == '\u061C' || c == '\uFEFF';
    if (override || mark) {
      return WORD_JOINER;
    }
    if (Character.isHighSurrogate(c)) {
      boolean paired = at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
      return paired ? c : REPLACEMENT;
    }
    if (Character.isLowSurrogate(c)) {
      boolean paired = at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
      return paired ? c : REPLACEMENT;
    }
    return c;
  }
}
