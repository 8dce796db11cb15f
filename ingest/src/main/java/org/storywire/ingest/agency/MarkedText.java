package org.storywire.ingest.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.storywire.ingest.markup.Table;

/** Text of marked-up content, NITF or XHTML: paragraphs parted by blank lines. */
final class MarkedText implements NodeVisitor {

  private static final Set<String> BLOCKS =
      Set.copyOf(Table.lists(MarkedText.class, "marked-text.tsv").get("blocks"));

  private final List<String> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private MarkedText() {}

  static String of(Element content) {
    MarkedText marked = new MarkedText();
    content.traverse(marked);
    marked.flush();
    return String.join("\n\n", marked.blocks);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode run) {
      text.append(run.getWholeText());
    } else if (isBlock(node)) {
      flush();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (isBlock(node)) {
      flush();
    }
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && BLOCKS.contains(Xml.name(element));
  }

  private void flush() {
    String block = text.toString().replaceAll("\\s+", " ").strip();
    if (!block.isEmpty()) {
      blocks.add(block);
    }
    text.setLength(0);
  }
}
