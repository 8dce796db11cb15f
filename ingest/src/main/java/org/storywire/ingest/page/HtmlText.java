package org.storywire.ingest.page;

import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The text of a piece of HTML that is all text: no area of it is left out. */
public final class HtmlText {

  private static final HintWords NO_WORDS = HintWords.none();

  private HtmlText() {}

  /**
   * The text without markup, blocks parted by blank lines.
   *
   * @param html a fragment or a document
   */
  public static String of(String html) {
    Parser parser = Parser.htmlParser();
    parser.setMaxDepth(PageExtractor.DEEPEST);
    Document document = parser.parseInput(CodeStripper.strip(html), "");
    return Layout.of(document, NO_WORDS).blocks().stream()
        .map(Block::text)
        .collect(Collectors.joining("\n\n"));
  }
}
