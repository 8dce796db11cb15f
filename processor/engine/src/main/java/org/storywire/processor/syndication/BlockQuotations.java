package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * Quotations set as a paragraph of their own without marks: the paragraph after one that ends with
 * a colon. Ask for tokens in ascending order.
 */
final class BlockQuotations {

  /** First token of each quotation, and the one after its last. */
  private final IntArrayList bounds = new IntArrayList(0);

  private int block;

  BlockQuotations(Text body) {
    List<Span> paragraphs = body.paragraphs();
    Tokens tokens = body.tokens();
    for (int i = 1; i < paragraphs.size(); i++) {
      if (endsWithColon(body.string(), paragraphs.get(i - 1))) {
        bounds.add(tokens.firstAt(paragraphs.get(i).start()));
        bounds.add(tokens.firstAt(paragraphs.get(i).end()));
      }
    }
  }

  /** Whether {@code token} stands inside such a paragraph. */
  boolean hold(int token) {
    while (block < bounds.size() && bounds.getInt(block + 1) <= token) {
      block += 2;
    }
    return block < bounds.size() && bounds.getInt(block) <= token;
  }

  private static boolean endsWithColon(String text, Span paragraph) {
    int last = paragraph.end() - 1;
    while (last > paragraph.start() && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return text.charAt(last) == ':';
  }
}
