package org.storywire.ingest.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Reads a page's layout, its boxes and blocks, in one walk over the tree of its elements. */
final class Layout implements NodeFilter {

  private static final Set<String> NO_TEXT = Set.of(PageNames.of("no-text"));

  /** Elements that jsoup does not lay out as blocks, but that part texts. */
  private static final Set<String> PARTS = Set.of("td", "th", "option", "caption", "summary");

  private static final Set<String> PICTURES = Set.of("img", "picture", "video", "iframe");

  private static final int MOST_BLOCKS = 20_000;

  private final HintWords words;
  private final Map<String, Set<Hint>> known = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int linkedChars;
  private int strongChars;
  private int links;
  private int strongs;
  private int breaks;
  private Box box = new Box(null, "root", Set.of(), 0);

  private Layout(HintWords words) {
    this.words = words;
    boxes.add(box);
  }

  static Layout of(Document page, HintWords words) {
    Layout layout = new Layout(words);
    page.body().filter(layout);
    layout.flush();
    layout.boxes.get(0).to = layout.blocks.size();
    return layout;
  }

  /** Blocks in the order of the page. */
  List<Block> blocks() {
    return blocks;
  }

  /** Boxes, each after the box it lies in; the first is the whole page. */
  List<Box> boxes() {
    return boxes;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode run) {
      append(run.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String name = element.normalName();
    if (NO_TEXT.contains(name)
        || (isHidden(element) && !isBlock(element))
        || blocks.size() >= MOST_BLOCKS) {
      if (PICTURES.contains(name)) {
        box.pictures++;
      }
      if (isBlock(element)) {
        flush();
      }
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br")) {
      lineBreak();
    } else if (isBlock(element)) {
      flush();
      open(element);
    } else if (name.equals("a")) {
      links++;
    } else if (name.equals("b") || name.equals("strong")) {
      strongs++;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (isBlock(element)) {
        flush();
        box.to = blocks.size();
        box.parent.pictures += box.pictures;
        box = box.parent;
      } else if (name.equals("a")) {
        links--;
      } else if (name.equals("b") || name.equals("strong")) {
        strongs--;
      }
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isBlock(Element element) {
    String name = element.normalName();
    return !name.equals("br")
        && (element.isBlock() || PARTS.contains(name) || name.indexOf('-') > 0);
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("display:none");
  }

  private void open(Element element) {
    box = new Box(box, element.normalName(), hints(element), blocks.size());
    boxes.add(box);
    if (box.tag.equals("h1")) {
      for (Box around = box; around != null; around = around.parent) {
        around.holdsHeading = true;
      }
    }
  }

  private Set<Hint> hints(Element element) {
    Set<Hint> hints = EnumSet.noneOf(Hint.class);
    for (String attribute : List.of("class", "id", "role", "data-component", "data-testid")) {
      String value = element.attr(attribute);
      if (!value.isEmpty()) {
        hints.addAll(known.computeIfAbsent(value, words::of));
      }
    }
    if (isHidden(element)) {
      hints.add(Hint.HIDDEN);
    }
    switch (element.normalName()) {
      case "footer", "aside", "form", "nav" -> hints.add(Hint.NOISE);
      case "figcaption", "figure" -> hints.add(Hint.CAPTION);
      case "address", "time" -> hints.add(Hint.ABOUT);
      default -> {
        if (element.attr("itemprop").equals("articleBody")) {
          hints.add(Hint.BODY);
        }
      }
    }
    return hints;
  }

  private void lineBreak() {
    breaks++;
    if (breaks > 1) {
      flush();
    } else if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  private void append(String run) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (isWhite(c)) {
        if (!text.isEmpty() && !isWhite(text.charAt(text.length() - 1))) {
          text.append(' ');
        }
      } else if (c != '\u00AD' && c != '\u200B' && c != '\uFEFF') {
        breaks = 0;
        text.append(c);
        linkedChars += links > 0 ? 1 : 0;
        strongChars += strongs > 0 ? 1 : 0;
      }
    }
  }

  private static boolean isWhite(char c) {
    return c <= ' ' || c == '\u00A0' || Character.isWhitespace(c);
  }

  private void flush() {
    String run = text.toString().strip();
    if (!run.isEmpty()) {
      int chars = Math.max(1, run.length() - (int) run.chars().filter(c -> c <= ' ').count());
      double linked = Math.min(1, (double) linkedChars / chars);
      boolean strong = strongChars >= chars;
      blocks.add(new Block(run, box.tag, box, linked, strong, Block.weight(run)));
    }
    text.setLength(0);
    linkedChars = 0;
    strongChars = 0;
    breaks = 0;
  }
}
