package org.storywire.processor.monitor;

import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stories said at an earlier time, from the log of their events as far as it is held. */
final class AsOf {

  private final WatchedStories stories;
  private final ArticleView articles;

  AsOf(WatchedStories stories, ArticleView articles) {
    this.stories = stories;
    this.articles = articles;
  }

  /** Stories by an instant, those that moved most first. */
  MonitorJson.Writer stories(Query query, int limit, Instant at) {
    List<StoryThen> all =
        StoryThen.all(stories.log().held(update -> true), at).stream()
            .filter(then -> query.isAll() || then.updates().stream().anyMatch(query::matches))
            .toList();
    return json -> {
      json.writeStartObject();
      json.writeStringField("now", at.toString());
      json.writeStringField("position", stories.log().end().text());
      json.writeArrayFieldStart("stories");
      for (StoryThen then : all.subList(0, Math.min(limit, all.size()))) {
        json.writeStartObject();
        then.card(at).fields(json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNullField("next");
      json.writeEndObject();
    };
  }

  /**
   * A story by an instant, with its events and reports until then.
   *
   * @param since an earlier instant: only later events are told, and what the story said then
   */
  MonitorJson.Writer story(String asked, Instant at, Optional<Instant> since) {
    StoryThen then = then(asked, at);
    String id = then.last().storyId;
    StoryCard card = then.card(at);
    Set<String> known = then.articles();
    List<String> ids = new ArrayList<>(card.merged());
    ids.add(id);
    ids.add(stories.continued(id));
    Optional<StoryThen> before =
        since.map(from -> StoryThen.of(then.updates(), from)).filter(story -> !story.isEmpty());
    int skipped = before.map(story -> story.updates().size()).orElse(0);
    return json -> {
      json.writeStartObject();
      json.writeStringField("now", at.toString());
      json.writeStringField("position", stories.log().end().text());
      MonitorJson.text(json, "redirectedFrom", id.equals(asked) ? null : asked);
      card.fields(json);
      if (before.isPresent()) {
        json.writeObjectFieldStart("before");
        before.get().card(since.get()).fields(json);
        json.writeEndObject();
      } else {
        json.writeNullField("before");
      }
      json.writeArrayFieldStart("updates");
      for (Update update : then.updates().subList(skipped, then.updates().size())) {
        MonitorJson.raw(json, update.json());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("reports");
      for (HeldArticle article : articles.ofStories(Set.copyOf(ids))) {
        if (known.contains(article.id)) {
          MonitorJson.raw(json, article.json());
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }

  /** The story of an id, unless it had been merged by then: the one it was merged into. */
  private StoryThen then(String id, Instant at) {
    String continued = stories.continued(id);
    StoryThen into = events(continued, at);
    StoryThen own = continued.equals(id) || into.merged().contains(id) ? into : events(id, at);
    if (own.isEmpty()) {
      throw new NotFoundResponse("nothing that was told of story " + id + " by " + at + " is held");
    }
    return own;
  }

  private StoryThen events(String id, Instant at) {
    return StoryThen.of(stories.log().held(update -> update.storyId.equals(id)), at);
  }
}
