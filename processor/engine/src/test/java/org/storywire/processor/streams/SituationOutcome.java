package org.storywire.processor.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/** What became of a situation's deliveries. */
final class SituationOutcome {

  private final List<Situation.Given> given;
  private final List<Article> articles;
  private final List<StoryUpdate> updates;
  private final Map<String, Story> stories = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final int refused;

  SituationOutcome(
      List<Situation.Given> given,
      List<Article> articles,
      List<StoryUpdate> updates,
      List<Story> stories,
      int refused) {
    this.given = given;
    this.articles = articles;
    this.updates = updates;
    this.refused = refused;
    for (Story story : stories) {
      if (story != null) {
        this.stories.put(story.getStoryId(), story);
      }
    }
    for (Situation.Given one : given) {
      article(one).ifPresent(article -> names.putIfAbsent(article.getArticleId(), one.name()));
    }
  }

  int refused() {
    return refused;
  }

  /** Deliveries of a name; of all that bear the id if the name has no "@". */
  List<Situation.Given> all(String name) {
    List<Situation.Given> found =
        given.stream()
            .filter(g -> g.name().equals(name) || g.article().getNativeId().equals(name))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no delivery is called " + name);
    }
    return found;
  }

  /** The page's own article of a delivery, as it was said last. */
  Optional<Article> article(Situation.Given delivery) {
    return articles.stream()
        .filter(a -> a.getEventId().equals(delivery.article().getEventId()))
        .filter(a -> a.getParentId() == null)
        .reduce((first, second) -> second);
  }

  Optional<Article> article(String name) {
    List<Situation.Given> found = all(name);
    return article(found.get(found.size() - 1));
  }

  List<Article> parts(String name) {
    String event = all(name).get(0).article().getEventId();
    return articles.stream()
        .filter(a -> a.getEventId().equals(event) && a.getParentId() != null)
        .toList();
  }

  Optional<Story> story(String name) {
    Optional<Story> story = article(name).map(Article::getStoryId).map(stories::get);
    while (story.isPresent() && story.get().getRedirectTo() != null) {
      story = Optional.ofNullable(stories.get(story.get().getRedirectTo()));
    }
    return story;
  }

  /** The most independent reports that any update of the story of a delivery has claimed. */
  int mostIndependent(String name) {
    String story = story(name).map(Story::getStoryId).orElse("");
    return updates.stream()
        .filter(u -> u.getStoryId().equals(story))
        .mapToInt(StoryUpdate::getIndependent)
        .max()
        .orElse(0);
  }

  /** The name of the root of an article's copy tree. */
  String origin(String name) {
    String id = article(name).orElseThrow().getArticleId();
    for (int i = 0; i < given.size(); i++) {
      String at = id;
      Optional<String> parent =
          articles.stream()
              .filter(a -> a.getArticleId().equals(at))
              .reduce((first, second) -> second)
              .map(Article::getCopyOf);
      if (parent.isEmpty()) {
        break;
      }
      id = parent.get();
    }
    return names.getOrDefault(id, id);
  }

  List<StoryUpdate> caused(String name) {
    List<StoryUpdate> caused = new ArrayList<>();
    for (Situation.Given delivery : all(name)) {
      for (StoryUpdate update : updates) {
        if (update.getTraceId().equals(delivery.article().getTraceId())
            && update.getKind() != UpdateKind.CLOSED) {
          caused.add(update);
        }
      }
    }
    return caused;
  }
}
