package org.storywire.ingest.page;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a page what is code: comments, styles, drawings, and scripts that are not JSON-LD.
 * That is half of a news page, and the parser need not build a tree of it.
 */
final class CodeStripper {

  /** Longest markup that is read [UTF-16 units]; what follows is cut off. */
  static final int LONGEST = 4 << 20;

  private static final List<String> CODE = List.of("script", "style", "svg");
  private static final String COMMENT = "!--";

  private final String markup;
  private final int end;

  /** What has no end after this place: it is not looked for again, so that one pass is enough. */
  private final Set<String> endless = new HashSet<>();

  private CodeStripper(String markup) {
    this.markup = markup;
    this.end = Math.min(markup.length(), LONGEST);
  }

  /** The bytes of a page without code. What is code is ASCII in all encodings of the web. */
  static byte[] strip(byte[] page) {
    return strip(new String(page, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static String strip(String markup) {
    return new CodeStripper(markup).strip();
  }

  private String strip() {
    StringBuilder kept = new StringBuilder(end / 2);
    int from = 0;
    int at = markup.indexOf('<');
    while (at >= 0 && at < end) {
      String code = code(at);
      int after = code.isEmpty() ? -1 : endOf(code, at);
      if (after < 0) {
        at = markup.indexOf('<', at + 1);
        continue;
      }
      if (!isLinkedData(code, at)) {
        kept.append(markup, from, at);
        from = after;
      }
      at = markup.indexOf('<', after);
    }
    return from < end ? kept.append(markup, from, end).toString() : kept.toString();
  }

  /** Which code starts at a place; blank if none does. */
  private String code(int at) {
    if (markup.startsWith(COMMENT, at + 1)) {
      return COMMENT;
    }
    for (String name : CODE) {
      int after = at + 1 + name.length();
      if (markup.regionMatches(true, at + 1, name, 0, name.length())
          && after < end
          && isEndOfName(markup.charAt(after))) {
        return name;
      }
    }
    return "";
  }

  private static boolean isEndOfName(char c) {
    return c == '>' || c == '/' || Character.isWhitespace(c);
  }

  private boolean isLinkedData(String code, int at) {
    int tagEnd = markup.indexOf('>', at);
    return code.equals("script") && markup.substring(at, tagEnd).contains("ld+json");
  }

  /** The place after the code's end; -1 if it has none. */
  private int endOf(String code, int at) {
    if (endless.contains(code)) {
      return -1;
    }
    int after = code.equals(COMMENT) ? endOfComment(at) : endOfElement(code, at);
    if (after < 0) {
      endless.add(code);
    }
    return after;
  }

  private int endOfComment(int at) {
    int close = markup.indexOf("-->", at + 4);
    return close < 0 ? -1 : close + 3;
  }

  private int endOfElement(String name, int at) {
    int close = markup.indexOf("</", at);
    while (close >= 0) {
      if (markup.regionMatches(true, close + 2, name, 0, name.length())) {
        int tagEnd = markup.indexOf('>', close);
        return tagEnd < 0 ? -1 : tagEnd + 1;
      }
      close = markup.indexOf("</", close + 2);
    }
    return -1;
  }
}
