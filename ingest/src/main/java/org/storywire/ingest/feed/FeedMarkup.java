package org.storywire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeVisitor;
import org.storywire.ingest.markup.WebLinks;

/** Markup of a feed's text as plain text, with the addresses in it. */
final class FeedMarkup {

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "object", "applet", "iframe", "head");

  private static final List<String> ADDRESSES =
      List.of("href", "src", "cite", "longdesc", "action", "background", "poster", "data");

  /** Elements that HTML embeds and jsoup's list leaves out. */
  private static final Set<String> EMBEDDED = Set.of("svg", "math", "picture", "blink", "marquee");

  /** Sections of XML in HTML, and what its parser would take for a comment. */
  private static final Pattern SECTION_MARK = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");

  private static final Pattern NO_COMMENT = Pattern.compile("<!(?!--|doctype html)(?=[^a-zA-Z])");
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(?=[\\s/>])[^<>]*>");
  private static final Pattern REFERENCE = Pattern.compile("&#?\\w{2,31};");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\\n\\u00a0]+");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\r\\u00a0]+");
  private static final Pattern BREAKS = Pattern.compile(" ?\\n[ \\n]*\\n ?");
  private static final Pattern LINE_BREAK = Pattern.compile(" ?\\n ?");

  private FeedMarkup() {}

  /** Whether a text that might be either has tags of HTML, or references to characters. */
  static boolean looksLikeMarkup(String text) {
    return REFERENCE.matcher(text).find()
        || TAG.matcher(text).results().map(FeedMarkup::name).anyMatch(FeedMarkup::isKnown);
  }

  private static boolean isKnown(String name) {
    return Tag.isKnownTag(name) || EMBEDDED.contains(name);
  }

  private static String name(MatchResult tag) {
    return tag.group(1).toLowerCase(Locale.ROOT);
  }

  /** The text of escaped markup. */
  static FeedText of(String markup, String base, String language, int depth) {
    Parser parser = Parser.htmlParser().setMaxDepth(depth);
    String sections = SECTION_MARK.matcher(markup).replaceAll("");
    Document document = parser.parseInput(NO_COMMENT.matcher(sections).replaceAll("&lt;!"), "");
    return of(document.body(), base, language);
  }

  /** The text of an element's content. */
  static FeedText of(Element element, String base, String language) {
    Visitor visitor = new Visitor(base);
    element.traverse(visitor);
    return new FeedText(tidy(visitor.text.toString()), visitor.links, language);
  }

  /** Literal text: white space is collapsed, blank lines stay. */
  static FeedText literal(String text, String language) {
    return new FeedText(tidy(text), List.of(), language);
  }

  private static String tidy(String text) {
    String spaced = BLANKS.matcher(text).replaceAll(" ");
    String paragraphs = BREAKS.matcher(spaced).replaceAll("\n\n");
    return LINE_BREAK.matcher(paragraphs).replaceAll("\n").strip();
  }

  private static final class Visitor implements NodeVisitor {

    private final String base;
    private final StringBuilder text = new StringBuilder();
    private final List<String> links = new ArrayList<>();
    private int unseen;

    Visitor(String base) {
      this.base = base;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        if (unseen == 0) {
          text.append(SPACES.matcher(words.getWholeText()).replaceAll(" "));
        }
      } else if (node instanceof Element element) {
        if (UNSEEN.contains(element.normalName())) {
          unseen++;
        }
        space(element);
        for (String name : ADDRESSES) {
          if (element.hasAttr(name)) {
            links.add(WebLinks.resolve(base, element.attr(name)));
          }
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (UNSEEN.contains(element.normalName())) {
          unseen--;
        }
        if (!element.normalName().equals("br")) {
          space(element);
        }
      }
    }

    private void space(Element element) {
      String name = element.normalName();
      if (name.equals("br") || name.equals("tr") || name.equals("li")) {
        text.append('\n');
      } else if (name.equals("td") || name.equals("th")) {
        text.append(' ');
      } else if (Tag.valueOf(name).isBlock() && Tag.isKnownTag(name)) {
        text.append("\n\n");
      }
    }
  }
}
