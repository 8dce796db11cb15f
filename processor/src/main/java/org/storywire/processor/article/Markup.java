package org.storywire.processor.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes HTML out of a text that should be plain: tags of known elements go (block elements leave a
 * line break), scripts and styles go with their content, character references become characters.
 * One pass each, linear. A page's main text must have been extracted before: this is no extractor.
 */
final class Markup {

  /** Longest tag that is recognised [UTF-16 units]. */
  private static final int MAX_TAG = 2_000;

  /** Longest name of a character that is recognised [UTF-16 units]. */
  private static final int MAX_NAME = 10;

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "audio", "b", "big", "button", "cite", "code", "em", "embed",
          "font", "i", "iframe", "img", "input", "ins", "del", "kbd", "label", "link", "mark",
          "meta", "object", "param", "picture", "q", "s", "small", "source", "span", "strike",
          "strong", "sub", "sup", "svg", "time", "tt", "u", "video", "wbr");

  private static final Set<String> WITH_CONTENT = Set.of("script", "style", "noscript", "template");

  private static final Map<String, String> ENTITIES = entities();

  private Markup() {}

  /** The text without markup; the text itself where there was none. */
  static String plain(String text) {
    String unescaped = text.indexOf('&') < 0 ? text : unescape(text);
    return unescaped.indexOf('<') < 0 ? unescaped : strip(unescaped);
  }

  /**
   * Replaces character references; one that was escaped again (an ampersand of an ampersand) in one
   * go.
   */
  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '&') {
        out.append(c);
        at++;
        continue;
      }
      int name = at + 1;
      while (text.startsWith("amp;", name)) {
        name += 4;
      }
      int end = semicolon(text, name);
      String value = end <= name ? null : value(text.substring(name, end));
      out.append(value == null ? "&" : value);
      at = value == null ? name : end + 1;
    }
    return out.toString();
  }

  /** Where a reference's name ends; -1 if none does within {@link #MAX_NAME}. */
  private static int semicolon(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_NAME);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  /** The character a reference stands for; null if it is none. */
  private static String value(String name) {
    if (name.charAt(0) != '#') {
      return ENTITIES.get(name);
    }
    try {
      boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      int codePoint = hex ? Integer.parseInt(name, 2, name.length(), 16) : decimal(name);
      if (codePoint > Character.MAX_CODE_POINT) {
        return null;
      }
      boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
      return codePoint >= ' ' && !surrogate ? Character.toString(codePoint) : " ";
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static int decimal(String name) {
    return Integer.parseInt(name, 1, name.length(), 10);
  }

  private static String strip(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Set<String> closed = new HashSet<>(WITH_CONTENT);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '<' ? endOfTag(text, at) : -1;
      if (end < 0) {
        out.append(c);
        at++;
        continue;
      }
      String name = name(text, at);
      if (BLOCKS.contains(name)) {
        out.append('\n');
      }
      at = end;
      if (WITH_CONTENT.contains(name) && text.charAt(end - 2) != '/') {
        int close = closed.contains(name) ? text.indexOf("</" + name, end) : -1;
        at = close < 0 ? end : close;
        if (close < 0) {
          closed.remove(name); // nor does any later one: looking again would cost n * n
        }
      }
    }
    return out.toString();
  }

  /** After the tag or comment that begins at {@code at}; -1 if it is neither. */
  private static int endOfTag(String text, int at) {
    if (text.startsWith("<!--", at)) {
      int close = text.substring(at, Math.min(text.length(), at + MAX_TAG)).indexOf("-->");
      return close < 0 ? -1 : at + close + 3;
    }
    String name = name(text, at);
    if (!BLOCKS.contains(name) && !INLINE.contains(name) && !WITH_CONTENT.contains(name)) {
      return -1;
    }
    int limit = Math.min(text.length(), at + MAX_TAG);
    for (int i = at + 1; i < limit; i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
      if (text.charAt(i) == '<') {
        return -1;
      }
    }
    return -1;
  }

  private static String name(String text, int at) {
    int start = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int end = start;
    while (end < text.length() && end - start <= 10 && isNamePart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static Map<String, String> entities() {
    Map<String, String> entities = new HashMap<>();
    // Latin 1: the names of U+00A0 to U+00FF in order (HTML 4.01, section 24.2).
    String latin1 =
        """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
        sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
        Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc
        Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
        THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave
        uacute ucirc uuml yacute thorn yuml
        """;
    int codePoint = 0xa0;
    for (String name : latin1.strip().split("\\s+", -1)) {
      entities.put(name, Character.toString(codePoint++));
    }
    entities.put("nbsp", " ");
    entities.put("shy", "");
    entities.putAll(Map.of("lt", "<", "gt", ">", "quot", "\"", "apos", "'", "ndash", "\u2013"));
    entities.putAll(
        Map.of(
            "mdash", "\u2014",
            "lsquo", "\u2018",
            "rsquo", "\u2019",
            "sbquo", "\u201a",
            "ldquo", "\u201c",
            "rdquo", "\u201d",
            "bdquo", "\u201e",
            "hellip", "\u2026",
            "bull", "\u2022",
            "euro", "\u20ac"));
    entities.putAll(
        Map.of(
            "trade", "\u2122",
            "lsaquo", "\u2039",
            "rsaquo", "\u203a",
            "ensp", " ",
            "emsp", " ",
            "thinsp", " ",
            "zwnj", "",
            "zwj", "",
            "oelig", "\u0153",
            "OElig", "\u0152"));
    return Map.copyOf(entities);
  }
}
