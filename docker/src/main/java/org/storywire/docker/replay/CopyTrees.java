package org.storywire.docker.replay;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.storywire.news.Article;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/**
 * Who copied whom when all is known: verdicts at arrival, overruled by later CORRECTED and
 * ORIGIN_CHANGED events, each of which names an article and its parent from then on, or no parent
 * if it is an origin.
 */
final class CopyTrees {

  /** What the latest word on an article's parent was. */
  private record Word(int place, Optional<String> parent) {}

  private static final Set<UpdateKind> NAMING_A_PARENT =
      Collections.unmodifiableSet(EnumSet.of(UpdateKind.CORRECTED, UpdateKind.ORIGIN_CHANGED));

  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, String> nativeIds = new HashMap<>();
  private final FeedOrder order;

  private CopyTrees(FeedOrder order) {
    this.order = order;
  }

  /**
   * Reads all results and closes the streams.
   *
   * @param articles in the order of arrival
   * @param updates in the order of arrival of the articles that caused them
   */
  static CopyTrees of(Stream<Article> articles, Stream<StoryUpdate> updates, FeedOrder order) {
    CopyTrees trees = new CopyTrees(order);
    try (articles;
        updates) {
      articles.forEach(trees::add);
      updates.filter(update -> NAMING_A_PARENT.contains(update.getKind())).forEach(trees::correct);
      return trees;
    }
  }

  private void add(Article article) {
    // A page seen again may bear another native id: the first one names it.
    nativeIds.putIfAbsent(article.getArticleId(), article.getNativeId());
    if (article.getVerdict() != Verdict.UNCHANGED) {
      Optional<String> parent = Optional.ofNullable(article.getCopyOf());
      say(article.getArticleId(), order.ofEvent(article.getEventId()), parent);
    }
  }

  private void correct(StoryUpdate update) {
    if (update.getArticleId() != null) {
      Optional<String> parent = Optional.ofNullable(update.getCopyOf());
      say(update.getArticleId(), order.ofTrace(update.getTraceId()), parent);
    }
  }

  private void say(String articleId, int place, Optional<String> parent) {
    Word word = words.get(articleId);
    if (word == null || place >= word.place()) {
      words.put(articleId, new Word(place, parent));
    }
  }

  /** Article id of the parent; empty if the article is an origin or stands alone. */
  Optional<String> parent(String articleId) {
    Word word = words.get(articleId);
    return word == null ? Optional.empty() : word.parent();
  }

  /** Article id of the origin of the article's tree; its own id if it stands alone. */
  String origin(String articleId) {
    Set<String> passed = new HashSet<>();
    String at = articleId;
    while (passed.add(at) && parent(at).isPresent()) {
      at = parent(at).get();
    }
    return at;
  }

  /** The id that the input gave an article first; the article id itself if it never came. */
  String nativeId(String articleId) {
    return nativeIds.getOrDefault(articleId, articleId);
  }
}
