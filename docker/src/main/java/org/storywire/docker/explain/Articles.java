package org.storywire.docker.explain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.storywire.news.Article;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** Where judged articles can be looked up. */
interface Articles {

  /** Updates that correct what was said of an article at its arrival. */
  Set<UpdateKind> CORRECTIONS =
      Collections.unmodifiableSet(
          EnumSet.of(UpdateKind.ORIGIN_CHANGED, UpdateKind.CORRECTED, UpdateKind.STALE_COPY));

  /** What a correction is about: both that name another parent are ORIGIN_CHANGED. */
  static UpdateKind subject(UpdateKind correction) {
    return correction == UpdateKind.CORRECTED ? UpdateKind.ORIGIN_CHANGED : correction;
  }

  /** Shows every article as it was judged on arrival, oldest first. */
  void forEach(Consumer<Article> consumer);

  /** Shows everything that was told of every article, corrections included, oldest first. */
  default void forEachTold(Consumer<Article> consumer) {
    forEach(consumer);
  }

  /** The last thing on each subject that was said of an article after it had been judged. */
  Map<UpdateKind, Later> later(String articleId);

  /**
   * What another article's arrival changed.
   *
   * @param parentId articleId of what it is a copy of from then on; empty if it is an origin
   * @param traceId trace id of the delivery that caused it
   */
  record Later(Optional<String> parentId, String traceId) {}

  /** The last version of an article that was judged: a text seen again unchanged is not. */
  default Optional<Article> judged(Predicate<Article> wanted) {
    return last(article -> article.getVerdict() != Verdict.UNCHANGED && wanted.test(article));
  }

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
