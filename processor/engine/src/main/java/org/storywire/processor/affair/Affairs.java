package org.storywire.processor.affair;

import java.time.Instant;
import java.util.List;

/** The affairs of one edition, a function of the order in which stories change. Not thread-safe. */
public final class Affairs {

  private final AffairBook book;
  private final AffairRule rule;

  /**
   * No affairs yet.
   *
   * @param memory where they are written down
   */
  public Affairs(AffairMemory memory) {
    this.book = new AffairBook(memory);
    this.rule = new AffairRule(book);
  }

  /** Takes back an affair that was put into memory; all affairs before the first story. */
  public void restore(byte[] value) {
    book.restore(value);
  }

  /** Takes back which affair a story belonged to. */
  public void restore(String storyId, String affairId) {
    book.restore(storyId, affairId);
  }

  /**
   * A story has a new article that is no copy.
   *
   * @param at event time of the article
   * @param near stories of the held articles most like it, one entry an article, at most 15
   * @param late whether it came late
   * @return every story whose affair is another one, or announced from now on
   */
  public List<Membership> follow(
      String storyId, Instant at, TermVector article, List<String> near, boolean late) {
    return book.apply(storyId, at, article, rule.decide(storyId, article, near, late));
  }

  /** One story continues another. */
  public void merge(String staysId, String leavesId) {
    book.merge(staysId, leavesId);
  }

  /** Stories are no longer held. */
  public void forget(List<String> storyIds) {
    storyIds.forEach(book::leave);
  }
}
