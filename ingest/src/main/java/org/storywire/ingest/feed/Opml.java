package org.storywire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.storywire.ingest.markup.DecodedText;
import org.storywire.ingest.markup.LenientXml;

/**
 * Subscription lists in OPML (http://opml.org/spec2.opml), the form in which feed readers exchange
 * them.
 */
public final class Opml {

  private static final int DEPTH = 100;

  private Opml() {}

  /**
   * The feeds of a list, in its order, outlines flattened. Broken XML is read as far as it goes.
   *
   * @param bytes the file
   * @param contentType of the answer it came in, null if not known
   */
  public static List<Outline> read(byte[] bytes, String contentType) {
    Document document = LenientXml.parse(DecodedText.of(bytes, contentType).text(), DEPTH);
    List<Outline> outlines = new ArrayList<>();
    collect(document, "", outlines);
    return outlines;
  }

  private static void collect(Element parent, String category, List<Outline> outlines) {
    for (Element child : parent.children()) {
      String inner = category;
      if (LenientXml.local(child).equals("outline")) {
        String feed = attribute(child, "xmlurl", "url");
        boolean isFeed = !feed.isEmpty() && !attribute(child, "type").equalsIgnoreCase("link");
        String name = attribute(child, "title", "text");
        if (isFeed) {
          String site = attribute(child, "htmlurl");
          String title = name.isEmpty() ? (site.isEmpty() ? feed : site) : name;
          String named = attribute(child, "category");
          outlines.add(new Outline(title, feed, site, category.isEmpty() ? named : category));
        } else if (!name.isEmpty()) {
          inner = name;
        }
      }
      collect(child, inner, outlines);
    }
  }

  private static String attribute(Element element, String... names) {
    for (String name : names) {
      String value = element.attributes().getIgnoreCase(name).strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /**
   * A list as OPML 2.0, with one outline a category.
   *
   * @param title of the list
   * @param outlines its feeds; the order is kept within a category
   */
  public static String write(String title, List<Outline> outlines) {
    Document document = new Document("");
    document.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(true);
    Element opml = document.appendElement("opml").attr("version", "2.0");
    opml.appendElement("head").appendElement("title").text(title);
    Element body = opml.appendElement("body");
    Map<String, Element> categories = new LinkedHashMap<>();
    for (Outline outline : outlines) {
      Element parent =
          outline.category().isEmpty()
              ? body
              : categories.computeIfAbsent(
                  outline.category(),
                  name -> body.appendElement("outline").attr("text", name).attr("title", name));
      Element element =
          parent
              .appendElement("outline")
              .attr("type", "rss")
              .attr("text", outline.title())
              .attr("title", outline.title())
              .attr("xmlUrl", outline.feedUrl());
      if (!outline.siteUrl().isEmpty()) {
        element.attr("htmlUrl", outline.siteUrl());
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.outerHtml() + "\n";
  }
}
