package org.storywire.processor.monitor.ask;

import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.news.UsageStatus;
import org.storywire.news.Verdict;

/**
 * An article that shares words with a passage.
 *
 * @param article the article as it was told last, with its text
 * @param match what it shares
 */
public record Carrier(Article article, Match match) {

  /**
   * Compares an article with a question; empty if it has nothing of it, is no article or was killed
   * by its sender.
   */
  public static Optional<Carrier> of(Question question, Article article) {
    boolean killed = article.getStatus() == UsageStatus.CANCELED;
    return killed || article.getVerdict() == Verdict.NOT_ARTICLE
        ? Optional.empty()
        : question.match(article.getBody()).map(match -> new Carrier(article, match));
  }

  /** Whether the processor holds it for a copy rather than a report of its own. */
  public boolean copy() {
    return article.getCopyOf() != null;
  }

  /** Outlet behind it, as stories count them. */
  public String outlet() {
    return article.getOutlet() == null ? article.getSource() : article.getOutlet();
  }
}
