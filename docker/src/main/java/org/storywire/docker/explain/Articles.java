package org.storywire.docker.explain;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.storywire.news.Article;

/** Where judged articles can be looked up. */
interface Articles {

  /** Shows every article as it was judged on arrival, oldest first. */
  void forEach(Consumer<Article> consumer);

  /** What the last correction of an article's place among copies said; empty if there was none. */
  Optional<Corrected> corrected(String articleId);

  /**
   * A place among copies as it was corrected.
   *
   * @param parentId articleId of what it is a copy of; empty if it is the origin
   */
  record Corrected(Optional<String> parentId) {}

  /** The last article that matches. */
  default Optional<Article> last(Predicate<Article> wanted) {
    Article[] found = new Article[1];
    forEach(
        article -> {
          if (wanted.test(article)) {
            found[0] = article;
          }
        });
    return Optional.ofNullable(found[0]);
  }
}
