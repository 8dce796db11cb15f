package org.storywire.ingest.feed;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.storywire.ingest.markup.LenientXml;

/** Where in a document the feed is. */
final class FeedXml {

  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");
  private static final int ROOT_DEPTH = 3;

  private FeedXml() {}

  /** The element that makes it a feed, which may stand in a wrapper. */
  static Optional<Element> root(Document document) {
    return root(document, 0);
  }

  private static Optional<Element> root(Element parent, int depth) {
    if (depth > ROOT_DEPTH) {
      return Optional.empty();
    }
    for (Element child : parent.children()) {
      if (ROOTS.contains(LenientXml.local(child))) {
        return Optional.of(child);
      }
      if (!LenientXml.local(child).equals("html")) {
        Optional<Element> inner = root(child, depth + 1);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
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
}
