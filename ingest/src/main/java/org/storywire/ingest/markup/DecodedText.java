package org.storywire.ingest.markup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes as text. A byte order mark decides; else the first encoding that fits, of what the header
 * says, what the document says, UTF-8 and windows-1252. Text that is UTF-8 beyond doubt is read so
 * even where another encoding is declared, and a wrong declaration does not stop the reading.
 *
 * @param text without the mark
 * @param charset the encoding's name, in small letters, as it was declared
 */
public record DecodedText(String text, String charset) {

  /** Nearly any bytes are text in this encoding. */
  private static final String LAST = "windows-1252";

  private static final Pattern HEADER =
      Pattern.compile("charset\\s*=\\s*[\"' ]*([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:+-]+)");

  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);

  /** How far the XML declaration may reach. */
  private static final int HEAD = 400;

  /** How far a page's declaration may reach: four times what the HTML standard asks for. */
  private static final int HTML_HEAD = 4096;

  /** Encodings that are read by a larger one, as browsers do (encoding.spec.whatwg.org). */
  private static final Map<String, String> READ_AS =
      Map.of(
          "iso-8859-1", "windows-1252",
          "us-ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "iso-8859-11", "x-windows-874",
          "gb2312", "gb18030",
          "gbk", "gb18030",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949");

  /**
   * Decodes a feed or another document, other than HTML.
   *
   * @param bytes the document, decompressed
   * @param contentType the answer's Content-Type, null if not known
   */
  public static DecodedText of(byte[] bytes, String contentType) {
    return of(bytes, contentType, DECLARATION, HEAD);
  }

  /**
   * Decodes an HTML page.
   *
   * @param bytes the page, decompressed
   * @param contentType the answer's Content-Type, null if not known
   */
  public static DecodedText ofPage(byte[] bytes, String contentType) {
    return of(bytes, contentType, META, HTML_HEAD);
  }

  private static DecodedText of(byte[] bytes, String contentType, Pattern declaration, int reach) {
    Optional<DecodedText> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    List<String> names = new ArrayList<>();
    Optional.ofNullable(contentType).flatMap(type -> find(HEADER, type)).ifPresent(names::add);
    String head = new String(bytes, 0, Math.min(bytes.length, reach), StandardCharsets.ISO_8859_1);
    find(declaration, head).ifPresent(names::add);
    names.add("utf-8");
    names.add(LAST);
    return byName(bytes, names);
  }

  private static Optional<DecodedText> byMark(byte[] b) {
    if (begins(b, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(decode(b, 3, StandardCharsets.UTF_8));
    }
    if (begins(b, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(decode(b, 4, Charset.forName("UTF-32BE")));
    }
    if (begins(b, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(decode(b, 4, Charset.forName("UTF-32LE")));
    }
    if (begins(b, 0xFE, 0xFF)) {
      return Optional.of(decode(b, 2, StandardCharsets.UTF_16BE));
    }
    if (begins(b, 0xFF, 0xFE)) {
      return Optional.of(decode(b, 2, StandardCharsets.UTF_16LE));
    }
    if (begins(b, 0, 0, 0, '<')) {
      return Optional.of(decode(b, 0, Charset.forName("UTF-32BE")));
    }
    if (begins(b, '<', 0, 0, 0)) {
      return Optional.of(decode(b, 0, Charset.forName("UTF-32LE")));
    }
    if (begins(b, 0, '<', 0)) {
      return Optional.of(decode(b, 0, StandardCharsets.UTF_16BE));
    }
    if (begins(b, '<', 0)) {
      return Optional.of(decode(b, 0, StandardCharsets.UTF_16LE));
    }
    return Optional.empty();
  }

  private static DecodedText byName(byte[] bytes, List<String> names) {
    Optional<String> utf8 = exact(bytes, StandardCharsets.UTF_8);
    boolean ascii = utf8.isPresent() && utf8.get().length() == bytes.length;
    for (String name : names) {
      Optional<Charset> charset = charset(name).filter(c -> !isWide(c));
      if (charset.isEmpty()) {
        continue;
      }
      if (utf8.isPresent() && !ascii) {
        return new DecodedText(utf8.get(), "utf-8");
      }
      Optional<String> text = exact(bytes, charset.get()).or(() -> mostly(bytes, charset.get()));
      if (text.isPresent()) {
        return new DecodedText(text.get(), name.toLowerCase(Locale.ROOT));
      }
    }
    return new DecodedText(new String(bytes, Charset.forName(LAST)), LAST);
  }

  /** A text with few bytes that do not fit, such as a character that was cut off. */
  private static Optional<String> mostly(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long foreign = text.chars().filter(c -> c > 0x7F).count();
    return broken * 4 <= foreign ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> exact(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String quick = new String(bytes, charset);
      if (quick.indexOf('\uFFFD') < 0) {
        return Optional.of(quick);
      }
    }
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A charset by its name, or by what other systems call it: {@code mac_roman}, {@code u8}. */
  private static Optional<Charset> charset(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String dashed = lower.replace('_', '-');
    String plain = dashed.replace("-", "");
    return Stream.of(
            READ_AS.getOrDefault(dashed, dashed),
            lower,
            plain,
            "x-" + plain,
            plain.replaceFirst("^u(\\d+)", "utf-$1"),
            plain.replaceFirst("^(?:l|latin)(\\d)$", "latin$1"))
        .flatMap(candidate -> byName(candidate).stream())
        .findFirst();
  }

  private static Optional<Charset> byName(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Text whose declaration could be read is not in one of these. */
  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16")
        || charset.name().startsWith("UTF-32")
        || !charset.canEncode();
  }

  private static DecodedText decode(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    return new DecodedText(text, charset.name().toLowerCase(Locale.ROOT));
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
