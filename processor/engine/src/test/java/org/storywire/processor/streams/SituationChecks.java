package org.storywire.processor.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.storywire.news.Article;
import org.storywire.news.NewItem;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/**
 * The words of {@code situation.json}: {@code {"what": …, "checks": [{CHECK: …}, …]}}. A delivery
 * is named by its id, or {@code id@2} for the second of one id.
 *
 * <pre>
 * same_story [names]              all are in one story at the end
 * apart      [names or [names]]   no two of these groups share a story
 * no_story   [names]              in no story
 * verdict    {name: verdict(s)}   original, copy, revision, unchanged, not_article
 * not_copy   [names]              no verdict copy, no parent
 * origin     {name: name}         root of its copy tree
 * one_article [names]             all deliveries have one article id
 * article_count {ids, is}         number of different articles among them
 * alert      {name: true|false}   whether an update that it caused is material
 * alerts_at_most {ids, is}        deliveries that raised an alert
 * kinds_lacks {name: [kinds]}     it caused no such update
 * no_update  [names]              it caused no update
 * news_has, news_lacks {name: [texts]}   what is new according to the updates it caused
 * title_is   {name: text(s)}
 * title_lacks, body_has, body_lacks, text_lacks, body_starts {name: [texts]}
 * language   {name: code(s)}
 * published, event_at {name: instant or null}
 * no_parts   [names]              the page was not cut into embedded articles
 * copy_group [names]              all are in one copy tree
 * story      {of, independent, copies, sources, headline_has, headline_lacks}
 * never_above {of, independent}   no update of that story has ever said more
 * dead_letter {name: true|false}  whether it became no article
 * any_of     [[checks], …]        at least one of these lists holds
 * refused    N                    dead letters; 0 where nothing is said
 * </pre>
 */
final class SituationChecks {

  private final SituationOutcome outcome;
  private final List<String> failures = new ArrayList<>();

  SituationChecks(SituationOutcome outcome) {
    this.outcome = outcome;
  }

  /** What does not hold, in words. */
  List<String> failures(JsonNode checks) {
    int refused = 0;
    for (JsonNode check : checks) {
      for (Map.Entry<String, JsonNode> one : check.properties()) {
        if (one.getKey().equals("refused")) {
          refused = one.getValue().asInt();
        } else if (!one.getKey().equals("note")) {
          run(one.getKey(), one.getValue());
        }
      }
    }
    expect(refused, outcome.refused(), "dead letters");
    return failures;
  }

  private void run(String kind, JsonNode value) {
    switch (kind) {
      case "same_story" -> expect(1, stories(value).size(), "stories of " + value);
      case "apart" -> apart(value);
      case "no_story" -> names(value).forEach(n -> expect("none", storyId(n), "story of " + n));
      case "verdict" -> each(value, this::verdict, "verdict");
      case "not_copy" -> names(value).forEach(this::notCopy);
      case "origin" -> each(value, outcome::origin, "origin");
      case "one_article" -> expect(1, articleIds(value).size(), "articles of " + value);
      case "article_count" ->
          expect(value.get("is").asInt(), articleIds(value.get("ids")).size(), "articles");
      case "alert" -> each(value, name -> String.valueOf(alerts(name)), "alert");
      case "alerts_at_most" -> {
        List<String> raised = names(value.get("ids")).stream().filter(this::alerts).toList();
        if (raised.size() > value.get("is").asInt()) {
          failures.add("expected at most " + value.get("is") + " alerts, but " + raised);
        }
      }
      case "kinds_lacks" -> texts(value, this::kinds, false, "kinds of updates");
      case "no_update" -> names(value).forEach(n -> expect("", kinds(n), "updates of " + n));
      case "news_has" -> texts(value, this::news, true, "news");
      case "news_lacks" -> texts(value, this::news, false, "news");
      case "title_is" -> each(value, name -> field(name, Article::getTitle), "title");
      case "title_lacks" -> texts(value, name -> field(name, Article::getTitle), false, "title");
      case "body_has" -> texts(value, name -> field(name, Article::getBody), true, "body");
      case "body_lacks" -> texts(value, name -> field(name, Article::getBody), false, "body");
      case "text_lacks" ->
          texts(value, n -> field(n, a -> a.getTitle() + "\n" + a.getBody()), false, "text");
      case "body_starts" -> bodyStarts(value);
      case "language" -> each(value, name -> field(name, Article::getLanguage), "language");
      case "published" ->
          each(value, name -> field(name, a -> String.valueOf(a.getPublishedAt())), "published");
      case "event_at" ->
          each(value, name -> field(name, a -> String.valueOf(a.getEventAt())), "event time");
      case "no_parts" ->
          names(value).forEach(n -> expect(0, outcome.parts(n).size(), "parts of " + n));
      case "story" -> story(value);
      case "never_above" -> {
        int most = outcome.mostIndependent(value.get("of").asText());
        if (most > value.get("independent").asInt()) {
          failures.add("story of " + value.get("of") + " had " + most + " independent reports");
        }
      }
      case "copy_group" ->
          expect(
              1L,
              names(value).stream().map(outcome::origin).distinct().count(),
              "copy trees of " + value);
      case "dead_letter" ->
          each(value, name -> String.valueOf(outcome.article(name).isEmpty()), "dead letter");
      case "any_of" -> anyOf(value);
      default -> throw new IllegalArgumentException("unknown check " + kind);
    }
  }

  private void anyOf(JsonNode ways) {
    List<String> before = List.copyOf(failures);
    List<String> wrong = new ArrayList<>();
    for (JsonNode way : ways) {
      failures.clear();
      way.forEach(check -> check.properties().forEach(one -> run(one.getKey(), one.getValue())));
      if (failures.isEmpty()) {
        wrong.clear();
        break;
      }
      wrong.add(String.join(" and ", failures));
    }
    failures.clear();
    failures.addAll(before);
    if (!wrong.isEmpty()) {
      failures.add("none of these holds: " + wrong);
    }
  }

  private void expect(Object wanted, Object observed, String what) {
    if (!wanted.equals(observed)) {
      failures.add(what + ": expected " + wanted + ", but was " + observed);
    }
  }

  private void each(JsonNode wanted, Function<String, String> reader, String what) {
    for (Map.Entry<String, JsonNode> one : wanted.properties()) {
      String observed = reader.apply(one.getKey());
      if (!names(one.getValue()).contains(observed)) {
        failures.add(
            what
                + " of "
                + one.getKey()
                + ": expected "
                + one.getValue()
                + ", but was "
                + observed);
      }
    }
  }

  private void texts(JsonNode wanted, Function<String, String> reader, boolean has, String what) {
    for (Map.Entry<String, JsonNode> one : wanted.properties()) {
      String observed = reader.apply(one.getKey());
      for (String text : names(one.getValue())) {
        if (observed.contains(text) != has) {
          failures.add(
              "%s of %s: expected %s \"%s\", but was: %s"
                  .formatted(
                      what, one.getKey(), has ? "with" : "without", text, shown(observed, text)));
        }
      }
    }
  }

  /** What stands around the text, or the beginning. */
  private static String shown(String whole, String text) {
    int at = Math.max(0, whole.indexOf(text) - 30);
    return whole.substring(at, Math.min(whole.length(), at + 120));
  }

  private void bodyStarts(JsonNode wanted) {
    for (Map.Entry<String, JsonNode> one : wanted.properties()) {
      String body = field(one.getKey(), Article::getBody);
      if (names(one.getValue()).stream().noneMatch(body::startsWith)) {
        failures.add(
            "body of "
                + one.getKey()
                + " begins "
                + body.substring(0, Math.min(60, body.length())));
      }
    }
  }

  private void apart(JsonNode groups) {
    Map<String, Integer> owners = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (String name : names(groups.get(i))) {
        Optional<Story> story = outcome.story(name);
        Integer owner = story.map(s -> owners.get(s.getStoryId())).orElse(null);
        if (owner != null && owner != i) {
          failures.add(name + " shares the story of " + groups.get(owner));
        } else if (story.isPresent()) {
          owners.put(story.get().getStoryId(), i);
        }
      }
    }
  }

  private void notCopy(String name) {
    for (Situation.Given delivery : outcome.all(name)) {
      outcome
          .article(delivery)
          .filter(a -> a.getCopyOf() != null)
          .ifPresent(a -> failures.add(delivery.name() + " is a copy of " + outcome.origin(name)));
    }
  }

  private void story(JsonNode wanted) {
    String name = wanted.get("of").asText();
    Story story = outcome.story(name).orElse(null);
    if (story == null) {
      failures.add(name + " has no story");
      return;
    }
    if (wanted.has("independent")) {
      expect(wanted.get("independent").asInt(), story.getIndependent(), "independent of " + name);
    }
    if (wanted.has("copies")) {
      expect(wanted.get("copies").asInt(), story.getCopies(), "copies of " + name);
    }
    if (wanted.has("sources")) {
      expect(Set.copyOf(names(wanted.get("sources"))), Set.copyOf(story.getSources()), "sources");
    }
    if (wanted.has("headline_has")) {
      for (String text : names(wanted.get("headline_has"))) {
        expect(true, story.getHeadline().contains(text), "headline has " + text);
      }
    }
    if (wanted.has("headline_lacks")) {
      for (String text : names(wanted.get("headline_lacks"))) {
        expect(false, story.getHeadline().contains(text), "headline has " + text);
      }
    }
  }

  private String storyId(String name) {
    return outcome.story(name).map(Story::getStoryId).orElse("none");
  }

  private Set<String> stories(JsonNode list) {
    Set<String> stories = new HashSet<>();
    names(list).forEach(name -> stories.add(storyId(name)));
    if (stories.contains("none")) {
      failures.add("not all are in a story: " + list);
    }
    return stories;
  }

  private Set<String> articleIds(JsonNode list) {
    Set<String> ids = new HashSet<>();
    for (String name : names(list)) {
      for (Situation.Given delivery : outcome.all(name)) {
        ids.add(outcome.article(delivery).map(Article::getArticleId).orElse("none"));
      }
    }
    return ids;
  }

  private String verdict(String name) {
    return field(name, a -> a.getVerdict().name().toLowerCase(Locale.ROOT));
  }

  private String field(String name, Function<Article, String> reader) {
    return outcome.article(name).map(reader).orElse("no article");
  }

  private boolean alerts(String name) {
    return outcome.caused(name).stream().anyMatch(StoryUpdate::getMaterial);
  }

  private String kinds(String name) {
    return String.join(
        ", ", outcome.caused(name).stream().map(update -> update.getKind().name()).toList());
  }

  private String news(String name) {
    return String.join(
        "\n",
        outcome.caused(name).stream()
            .flatMap(update -> update.getNews().stream())
            .map(NewItem::getText)
            .toList());
  }

  private static List<String> names(JsonNode value) {
    if (!value.isArray()) {
      return List.of(value.asText());
    }
    List<String> names = new ArrayList<>();
    value.forEach(one -> names.add(one.asText()));
    return names;
  }
}
