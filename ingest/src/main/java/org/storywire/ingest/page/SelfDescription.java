package org.storywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The elements in which pages say something about themselves, found in one walk over the page. */
final class SelfDescription implements NodeVisitor {

  private final Document page;
  private final List<Element> metas = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> headings = new ArrayList<>();
  private final List<Element> times = new ArrayList<>();
  private final List<Element> properties = new ArrayList<>();
  private final List<Element> relations = new ArrayList<>();

  private SelfDescription(Document page) {
    this.page = page;
    page.traverse(this);
  }

  static SelfDescription of(Document page) {
    return new SelfDescription(page);
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "script" -> scripts.add(element);
      case "h1" -> headings.add(element);
      case "time" -> times.add(element);
      default -> {}
    }
    if (element.attributesSize() > 0) {
      if (element.hasAttr("itemprop")) {
        properties.add(element);
      }
      if (element.hasAttr("rel")) {
        relations.add(element);
      }
    }
  }

  Document page() {
    return page;
  }

  /** The {@code meta} elements. */
  List<Element> metas() {
    return metas;
  }

  /** The {@code script} elements. */
  List<Element> scripts() {
    return scripts;
  }

  /** The first {@code h1} elements. */
  List<Element> headings() {
    return headings.subList(0, Math.min(Brief.MOST, headings.size()));
  }

  /** The first {@code time} elements. */
  List<Element> times() {
    return times.subList(0, Math.min(Brief.MOST, times.size()));
  }

  /** The first elements with an {@code itemprop} that holds this word. */
  List<Element> properties(String word) {
    return properties.stream()
        .filter(element -> element.attr("itemprop").contains(word))
        .limit(Brief.MOST)
        .toList();
  }

  /** The absolute address of the first element of a relation, such as {@code canonical}. */
  Optional<String> related(String relation) {
    return relations.stream()
        .filter(element -> element.hasAttr("href"))
        .filter(
            element ->
                List.of(element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
                    .contains(relation))
        .map(element -> element.absUrl("href"))
        .findFirst();
  }
}
