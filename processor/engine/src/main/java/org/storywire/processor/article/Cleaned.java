package org.storywire.processor.article;

import java.util.List;

/** What a page turned out to be. */
public sealed interface Cleaned {

  /**
   * A page with text.
   *
   * @param articles at least one: the main article, then embedded ones in page order
   */
  record Clean(List<CleanArticle> articles) implements Cleaned {

    /** Copies the list and checks that there is a main article. */
    public Clean {
      articles = List.copyOf(articles);
      if (articles.isEmpty()) {
        throw new IllegalArgumentException("a clean page has at least one article, but got none");
      }
    }

    /** The page's own article. */
    public CleanArticle main() {
      return articles.get(0);
    }
  }

  /**
   * A page without any text.
   *
   * @param reason what is wrong with the page, for people
   */
  record Rejected(String reason) implements Cleaned {}
}
