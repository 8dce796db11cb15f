package org.storywire.ingest.markup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * XML as publishers send it, read as far as it goes: what is not well-formed or cut off does not
 * stop it, names of HTML's characters are known, and no entity or DTD is ever followed.
 */
public final class LenientXml {

  /** In front of the first element, with its internal subset; its references lead nowhere. */
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "\\A((?:\\s++|<\\?[^>]{0,1000}>|<!--.{0,10000}?-->){0,50}+)"
              + "<!DOCTYPE[^\\[>]{0,2000}+(?:\\[.{0,50000}?\\]\\s*)?>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern SECTION_OR_BARE =
      Pattern.compile(
          "<!\\[CDATA\\[.*?(?:\\]\\]>|\\z)|<!--.*?(?:-->|\\z)"
              + "|&(?!#\\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)",
          Pattern.DOTALL);

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Pattern C1 = Pattern.compile("[\\u0080-\\u009F]");

  private LenientXml() {}

  /**
   * Parses a document. Nothing makes it throw.
   *
   * @param depth elements nested deeper are put into the deepest
   */
  public static Document parse(String text, int depth) {
    Document document = Parser.xmlParser().setMaxDepth(depth).parseInput(mend(text), "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  /** The element's name without prefix, in small letters. */
  public static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Leaves out the DTD and what XML forbids; escapes what only looks like a reference. */
  private static String mend(String text) {
    String allowed = FORBIDDEN.matcher(DOCTYPE.matcher(text).replaceFirst("$1")).replaceAll("");
    String mapped =
        C1.matcher(allowed).replaceAll(m -> Matcher.quoteReplacement(fromWindows(m.group())));
    return SECTION_OR_BARE
        .matcher(mapped)
        .replaceAll(m -> m.group().equals("&") ? "&amp;" : Matcher.quoteReplacement(m.group()));
  }

  /** A control character that no text has is a character of windows-1252, as browsers take it. */
  private static String fromWindows(String control) {
    return Parser.unescapeEntities("&#" + (int) control.charAt(0) + ";", false);
  }
}
