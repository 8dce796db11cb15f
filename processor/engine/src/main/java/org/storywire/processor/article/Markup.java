package org.storywire.processor.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Takes HTML out of a text that should be plain: tags of known elements go (block elements leave a
 * line break), scripts and styles go with their content, character references become characters. A
 * page's main text must have been extracted before: this is no extractor.
 *
 * <p>The names of elements and characters are jsoup's. Its tree builder is not used: a hostile page
 * of nested tables takes it quadratic time, where one pass over the text takes linear time.
 */
final class Markup {

  /** Longest tag that is recognised [UTF-16 units]. */
  private static final int MAX_TAG = 2_000;

  /** Longest name of an element that is recognised [UTF-16 units]. */
  private static final int MAX_NAME = 10;

  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private static final Set<String> WITH_CONTENT = Set.of("script", "style", "noscript", "template");

  /** Elements that jsoup does not lay out as blocks, but that stand on lines of their own. */
  private static final Set<String> LINES = Set.of("br", "td", "th", "title");

  /** An ampersand that was escaped again, as often as it happened. */
  private static final Pattern ESCAPED_AGAIN = Pattern.compile("&(?:amp;)+(?=#?\\w{1,10};)");

  private Markup() {}

  /** The text without markup; the text itself where there was none. */
  static String plain(String text) {
    String unescaped = text.indexOf('&') < 0 ? text : unescape(text);
    return unescaped.indexOf('<') < 0 ? unescaped : strip(unescaped);
  }

  private static String unescape(String text) {
    return Parser.unescapeEntities(ESCAPED_AGAIN.matcher(text).replaceAll("&"), true);
  }

  private static boolean breaksLine(String name) {
    if (LINES.contains(name)) {
      return true;
    }
    return Tag.isKnownTag(name) && Tag.valueOf(name).isBlock() && !WITH_CONTENT.contains(name);
  }

  private static String strip(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Set<String> closed = new HashSet<>(WITH_CONTENT);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ']' && text.startsWith(CDATA_END, at) && text.indexOf(CDATA) >= 0) {
        at += CDATA_END.length();
        continue;
      }
      int end = c == '<' ? endOfTag(text, at) : -1;
      if (end < 0) {
        out.append(c);
        at++;
        continue;
      }
      String name = name(text, at);
      if (breaksLine(name)) {
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
    if (text.startsWith(CDATA, at)) {
      return at + CDATA.length();
    }
    if (text.startsWith("<!--", at)) {
      int close = text.substring(at, Math.min(text.length(), at + MAX_TAG)).indexOf("-->");
      return close < 0 ? -1 : at + close + 3;
    }
    String name = name(text, at);
    if (!Tag.isKnownTag(name)) {
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
    while (end < text.length() && end - start <= MAX_NAME && isNamePart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
