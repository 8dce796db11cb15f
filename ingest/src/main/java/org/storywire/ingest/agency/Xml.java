package org.storywire.ingest.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * XML as a tree, by local names. jsoup knows no DTD and resolves no entity of the document's own,
 * so that none can reach out or grow.
 */
final class Xml {

  private static final int DEEPEST = 200;

  /** Bytes at the end of a file in which its root is closed. */
  private static final int END = 4096;

  private Xml() {}

  /** The root element; empty if there is none. */
  static Optional<Element> root(byte[] xml) {
    Parser parser = Parser.xmlParser();
    parser.setMaxDepth(DEEPEST);
    Document document;
    try {
      document = Jsoup.parse(new ByteArrayInputStream(xml), null, "", parser);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read bytes in memory", e);
    }
    return document.children().stream().findFirst();
  }

  /** Whether the last tag of a file closes its root: jsoup also closes what was cut off. */
  static boolean isComplete(byte[] xml, Element root) {
    int most = Math.min(xml.length, END);
    String end = new String(xml, xml.length - most, most, StandardCharsets.ISO_8859_1);
    String plain = end.replace("\u0000", "");
    int close = plain.lastIndexOf("</");
    return close >= 0
        ? plain.startsWith(root.tagName(), close + 2)
        : root.childNodeSize() == 0 && plain.contains("/>");
  }

  static String name(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1);
  }

  /** Children of a name. */
  static Stream<Element> children(Element element, String name) {
    return element.children().stream().filter(child -> name(child).equals(name));
  }

  /** The first element at the end of a path of names; empty if there is none. */
  static Optional<Element> at(Element element, String... path) {
    Optional<Element> found = Optional.of(element);
    for (String name : path) {
      found = found.flatMap(e -> children(e, name).findFirst());
    }
    return found;
  }

  /** All elements of a name, at any depth. */
  static Stream<Element> all(Element element, String name) {
    return element.getAllElements().stream().filter(e -> name(e).equals(name));
  }

  /** Text at the end of a path; null if there is none. */
  static String text(Element element, String... path) {
    return at(element, path).map(Element::text).orElse(null);
  }

  /** An attribute; null if it is missing. */
  static String attribute(Element element, String name) {
    return element.hasAttr(name) ? element.attr(name) : null;
  }
}
