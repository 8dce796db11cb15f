package org.storywire.processor.story;

import java.time.Instant;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * The headline that stands for a story.
 *
 * @param text the headline
 * @param articleId article it is from; empty if an editor wrote it
 * @param decidedAt independent articles the story had when it was last chosen
 * @param at event time of the article when it gave the headline
 * @param reason why it stands for the story, in a sentence
 */
record StoryHeadline(String text, String articleId, int decidedAt, Instant at, String reason) {

  static final StoryHeadline NONE = new StoryHeadline("", "", 0, Instant.EPOCH, "");

  private static final String FIRST = "It is the first of the story.";

  /** The headline of an article that stands for its story until there is more to choose from. */
  static StoryHeadline of(Member article) {
    return new StoryHeadline(article.title(), article.articleId(), 1, article.at(), FIRST);
  }

  /** StoryWords that an editor chose: from no article, and never chosen anew. */
  static StoryHeadline chosen(String text) {
    return new StoryHeadline(text, "", Integer.MAX_VALUE / 4, Instant.EPOCH, "An editor chose it.");
  }

  /** Whether an editor chose it. */
  boolean isChosen() {
    return articleId.isEmpty() && decidedAt > 0;
  }

  boolean isOf(Member article) {
    return article.articleId().equals(articleId);
  }

  StoryHeadline decided(int independent) {
    return new StoryHeadline(text, articleId, independent, at, reason);
  }

  void write(ByteWriter out) {
    out.text(text).text(articleId).number(decidedAt).time(at).text(reason);
  }

  static StoryHeadline read(ByteReader in) {
    return new StoryHeadline(in.text(), in.text(), in.integer(), in.time(), in.text());
  }
}
