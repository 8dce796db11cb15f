package org.storywire.processor.syndication;

import java.util.List;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;

/**
 * Quotations set as a paragraph of their own without marks: the paragraph after one that ends with
 * a colon. Ask for places in ascending order.
 */
final class BlockQuotations {

  private final List<Span> paragraphs;
  private final String text;
  private int at;
  private boolean introduced;

  BlockQuotations(Text body) {
    paragraphs = body.paragraphs();
    text = body.string();
  }

  /** Whether {@code offset} stands inside such a paragraph. */
  boolean hold(int offset) {
    while (at < paragraphs.size() && paragraphs.get(at).end() <= offset) {
      introduced = endsWithColon(paragraphs.get(at));
      at++;
    }
    return introduced;
  }

  private boolean endsWithColon(Span paragraph) {
    int last = paragraph.end() - 1;
    while (last > paragraph.start() && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return text.charAt(last) == ':';
  }
}
