package org.storywire.ingest.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's bytes as characters. */
final class PageBytes {

  /** What a decoder puts for bytes that are no character. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Bytes in which a page may declare its encoding: four times what the HTML standard asks for. */
  private static final int DECLARATION = 4096;

  private static final Pattern DECLARED =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);

  private PageBytes() {}

  /**
   * The characters of a page. A byte order mark counts most. Bytes that are valid UTF-8 are UTF-8,
   * whatever they are called: no other text looks like it by chance. Otherwise the transport's word
   * counts, then the page's own, then windows-1252; an unknown name counts as none.
   *
   * @param transport encoding that the HTTP header names
   */
  static String decode(byte[] page, Optional<String> transport) {
    if (startsWith(page, 0xEF, 0xBB, 0xBF)) {
      return new String(page, 3, page.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(page, 0xFE, 0xFF)) {
      return new String(page, 2, page.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(page, 0xFF, 0xFE)) {
      return new String(page, 2, page.length - 2, StandardCharsets.UTF_16LE);
    }
    Optional<Charset> named = transport.flatMap(PageBytes::charset).or(() -> declared(page));
    if (named.isPresent() && isAscii(page)) {
      return new String(page, named.get());
    }
    String utf8 = new String(page, StandardCharsets.UTF_8);
    boolean valid = utf8.indexOf(REPLACEMENT) < 0 || isUtf8(page);
    return valid ? utf8 : new String(page, named.orElse(WINDOWS_1252));
  }

  /** Whether bytes are UTF-8 that itself holds the character for what cannot be read. */
  private static boolean isUtf8(byte[] page) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether all is seven bits, as Japanese mail encodings are too. */
  private static boolean isAscii(byte[] page) {
    for (byte b : page) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] page, int... mark) {
    if (page.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((page[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> declared(byte[] page) {
    String head =
        new String(page, 0, Math.min(page.length, DECLARATION), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    // As browsers do (WHATWG): Latin 1 means windows-1252, and UTF-16 cannot be declared in ASCII.
    if (lower.equals("iso-8859-1") || lower.equals("latin1") || lower.equals("us-ascii")) {
      return Optional.of(WINDOWS_1252);
    }
    if (lower.startsWith("utf-16")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(lower));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
