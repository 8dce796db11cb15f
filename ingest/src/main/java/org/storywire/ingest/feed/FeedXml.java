package org.storywire.ingest.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The XML of a feed, mended as far as its parser needs it. */
final class FeedXml {

  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");
  private static final int ROOT_DEPTH = 3;

  /** In front of the first element, with its internal subset; its references lead nowhere. */
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "\\A((?:\\s|<\\?[^>]{0,1000}>|<!--.{0,10000}?-->){0,50}+)"
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

  private FeedXml() {}

  static Document parse(String text, int depth) {
    Document document = Parser.xmlParser().setMaxDepth(depth).parseInput(mend(text), "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  /** The element that makes it a feed, which may stand in a wrapper. */
  static Optional<Element> root(Document document) {
    return root(document, 0);
  }

  private static Optional<Element> root(Element parent, int depth) {
    if (depth > ROOT_DEPTH) {
      return Optional.empty();
    }
    for (Element child : parent.children()) {
      if (ROOTS.contains(local(child))) {
        return Optional.of(child);
      }
      if (!local(child).equals("html")) {
        Optional<Element> inner = root(child, depth + 1);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the root has its end tag near the end of the text. */
  static boolean isClosed(String text, Element root) {
    return text.lastIndexOf("</" + root.tagName()) >= 0;
  }

  static String describe(Document document) {
    Element first = document.firstElementChild();
    String found = first == null ? "text without elements" : "a document <" + first.tagName() + ">";
    return found + ", expected <rss>, <feed>, <rdf:RDF> or JSON Feed";
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
