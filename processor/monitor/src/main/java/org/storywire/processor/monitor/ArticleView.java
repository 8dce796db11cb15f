package org.storywire.processor.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storywire.news.Article;
import org.storywire.news.Verdict;

/**
 * The articles of which the monitor knows how they relate, a bounded number: the one longest
 * untouched goes first. Thread-safe.
 */
final class ArticleView {

  private final int most;
  private final Interner interner = new Interner();
  private final LinkedHashMap<String, HeldArticle> articles = new LinkedHashMap<>();
  private final Map<String, Set<String>> byStory = new HashMap<>();

  /**
   * An empty view.
   *
   * @param most articles held [1..]
   */
  ArticleView(int most) {
    this.most = most;
  }

  /** Takes in an article; a later record of the same article replaces the earlier. */
  synchronized void article(int partition, long offset, Article record) {
    boolean saysNothing = record.getStoryId() == null || record.getVerdict() == Verdict.UNCHANGED;
    if (saysNothing && articles.containsKey(record.getArticleId())) {
      return;
    }
    HeldArticle former = articles.get(record.getArticleId());
    HeldArticle article =
        former == null
            ? new HeldArticle(partition, offset, record, interner)
            : new HeldArticle(partition, offset, record, former.first, interner);
    remove(article.id);
    articles.put(article.id, article);
    article.storyId.ifPresent(
        story -> byStory.computeIfAbsent(story, s -> new LinkedHashSet<>(2)).add(article.id));
    if (articles.size() > most) {
      remove(articles.keySet().iterator().next());
    }
  }

  /** The article of an id. */
  synchronized Optional<HeldArticle> find(String id) {
    return Optional.ofNullable(articles.get(id));
  }

  /** Articles of any of some stories by event time, then id. */
  synchronized List<HeldArticle> ofStories(Collection<String> storyIds) {
    List<HeldArticle> found = new ArrayList<>();
    for (String storyId : storyIds) {
      byStory.getOrDefault(storyId, Set.of()).forEach(id -> found.add(articles.get(id)));
    }
    found.sort(
        Comparator.comparing((HeldArticle article) -> article.at)
            .thenComparing(article -> article.id));
    return found;
  }

  /** All articles held, in no order. */
  synchronized List<HeldArticle> all() {
    return List.copyOf(articles.values());
  }

  /** Articles held. */
  synchronized int size() {
    return articles.size();
  }

  private void remove(String id) {
    HeldArticle old = articles.remove(id);
    if (old != null) {
      old.storyId.ifPresent(
          story -> {
            Set<String> ids = byStory.get(story);
            ids.remove(id);
            if (ids.isEmpty()) {
              byStory.remove(story);
            }
          });
    }
  }
}
