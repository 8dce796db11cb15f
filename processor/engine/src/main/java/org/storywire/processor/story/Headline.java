package org.storywire.processor.story;

import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * The headline that stands for a story.
 *
 * @param text the headline
 * @param articleId article it is from
 * @param decidedAt independent articles the story had when it was last chosen
 */
record Headline(String text, String articleId, int decidedAt) {

  static final Headline NONE = new Headline("", "", 0);

  /** The headline of an article that stands for its story until there is more to choose from. */
  static Headline of(Member article) {
    return new Headline(article.title, article.articleId, 1);
  }

  boolean isOf(Member article) {
    return article.articleId.equals(articleId);
  }

  void write(ByteWriter out) {
    out.text(text).text(articleId).number(decidedAt);
  }

  static Headline read(ByteReader in) {
    return new Headline(in.text(), in.text(), in.integer());
  }
}
