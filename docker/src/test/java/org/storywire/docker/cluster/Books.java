package org.storywire.docker.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.news.Article;
import org.storywire.news.StoryUpdate;

/** Notes what exactly-once processing must not show: a result twice, a gap in a story's events. */
final class Books implements ResultListener {

  private final Map<String, Long> revisions = new HashMap<>();
  private final Set<String> articles = new HashSet<>();
  private final List<String> violations = new ArrayList<>();

  @Override
  public void article(Article article) {
    if (!articles.add(article.getEventId() + " " + article.getArticleId())) {
      violations.add("article " + article.getArticleId() + " twice");
    }
  }

  @Override
  public void update(StoryUpdate update) {
    long expected = revisions.getOrDefault(update.getStoryId(), 0L) + 1;
    if (update.getRevision() != expected) {
      violations.add(
          "story " + update.getStoryId() + " has " + update.getRevision() + " after " + expected);
    }
    revisions.put(update.getStoryId(), update.getRevision());
  }

  /** What was wrong, in the order of reading. */
  List<String> violations() {
    return List.copyOf(violations);
  }
}
