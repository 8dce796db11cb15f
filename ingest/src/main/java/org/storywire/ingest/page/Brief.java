package org.storywire.ingest.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of an element that is meant to hold little: a name, a date, a headline. One that holds
 * more counts as empty, and is not read to its end: hostile pages nest such elements.
 */
final class Brief implements NodeFilter {

  /** Longest text that counts [UTF-16 units]. */
  private static final int LONGEST = 500;

  /** Elements of one kind that are looked at. */
  static final int MOST = 100;

  private final StringBuilder text = new StringBuilder();

  private Brief() {}

  /** The text, white space collapsed; empty if it is too long. */
  static String text(Element element) {
    Brief brief = new Brief();
    element.filter(brief);
    return brief.text.length() > LONGEST ? "" : PageHeadline.clean(brief.text.toString());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode run) {
      String words = run.getWholeText();
      if (!words.isBlank() || !text.isEmpty()) {
        text.append(words, 0, Math.min(words.length(), LONGEST + 1));
      }
    } else if (depth > 0) {
      text.append(node.nameIs("br") || (node instanceof Element e && e.isBlock()) ? " " : "");
    }
    return text.length() > LONGEST ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    return FilterResult.CONTINUE;
  }
}
