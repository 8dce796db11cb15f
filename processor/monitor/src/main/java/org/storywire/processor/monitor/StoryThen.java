package org.storywire.processor.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.storywire.news.UpdateKind;

/**
 * A story as its events had told it by an instant. An event counts from the latest event time that
 * its story had told by then: one that came late was not known before.
 */
final class StoryThen {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LATELY = Duration.ofMinutes(10);

  private final List<Update> updates = new ArrayList<>();
  private Instant told = Instant.MIN;
  private double heat = Heat.NONE;

  /** A story of which nothing has been told. */
  StoryThen() {}

  /**
   * What a story's events had told by an instant.
   *
   * @param events events of one story in the order of their revisions
   */
  static StoryThen of(List<Update> events, Instant at) {
    StoryThen then = new StoryThen();
    events.forEach(event -> then.take(event, at));
    return then;
  }

  /** Takes in the next event, unless it was told after an instant. */
  void take(Update update, Instant at) {
    Instant since = update.at.isAfter(told) ? update.at : told;
    if (since.isAfter(at)) {
      told = Instant.MAX;
      return;
    }
    told = since;
    heat = Heat.add(heat, Heat.of(update.weight(), update.at));
    updates.add(update);
  }

  /** True if nothing had been told. */
  boolean isEmpty() {
    return updates.isEmpty();
  }

  /** The events, oldest first. */
  List<Update> updates() {
    return updates;
  }

  /** The last event. */
  Update last() {
    return updates.get(updates.size() - 1);
  }

  /** Movement, see {@link Heat}. */
  double heat() {
    return heat;
  }

  /** Ids of the stories that had been merged into this one. */
  Set<String> merged() {
    Set<String> ids = new LinkedHashSet<>();
    for (Update update : updates) {
      if (update.kind == UpdateKind.MERGED) {
        other(update).ifPresent(ids::add);
      }
    }
    return ids;
  }

  /** The other story of an event. */
  static Optional<String> other(Update update) {
    return Optional.ofNullable(json(update).path("otherStoryId").textValue());
  }

  /** The article of an event. */
  static Optional<String> article(Update update) {
    return Optional.ofNullable(json(update).path("articleId").textValue());
  }

  /** The story as a card; what no event tells is empty. */
  StoryCard card(Instant at) {
    JsonNode last = json(last());
    Activity activity = new Activity();
    Map<String, Instant> lately = new TreeMap<>();
    Set<String> sources = new LinkedHashSet<>();
    Instant first = last().at;
    Instant newest = last().at;
    for (Update update : updates) {
      boolean copy = update.kind == UpdateKind.COPY;
      first = update.at.isBefore(first) ? update.at : first;
      newest = update.at.isAfter(newest) ? update.at : newest;
      if (copy || update.reports()) {
        activity.add(update.at, copy);
        sources.add(update.source);
      }
      if (update.reports() && !update.late && !update.at.isBefore(at.minus(LATELY))) {
        lately.put(update.source, update.at);
      }
    }
    return new StoryCard(
        last().storyId,
        last().revision,
        last().kind == UpdateKind.CLOSED ? "CLOSED" : "OPEN",
        last.path("edition").asText(),
        last.path("headline").asText(),
        "",
        "",
        latestNews(),
        first,
        newest,
        last.path("articles").asInt(),
        last.path("independent").asInt(),
        last.path("copies").asInt(),
        List.copyOf(sources),
        List.of(),
        last().topics,
        List.of(),
        List.copyOf(merged()),
        heat,
        lately,
        Arrays.stream(activity.counts(at, false)).boxed().toList(),
        Arrays.stream(activity.counts(at, true)).boxed().toList());
  }

  /** Ids of the articles that the events tell of. */
  Set<String> articles() {
    Set<String> ids = new LinkedHashSet<>();
    updates.forEach(update -> article(update).ifPresent(ids::add));
    return ids;
  }

  private String latestNews() {
    for (int i = updates.size() - 1; i >= 0; i--) {
      if (updates.get(i).material()) {
        JsonNode news = json(updates.get(i)).path("news");
        for (JsonNode item : news) {
          if (item.path("kind").asText().matches("SENTENCE|NUMBER")) {
            return item.path("text").asText();
          }
        }
        if (!news.isEmpty()) {
          return news.get(0).path("text").asText();
        }
      }
    }
    return "";
  }

  /** The newest event of each story by then, in the order in which they move. */
  static List<StoryThen> all(Iterable<Update> log, Instant at) {
    Map<String, StoryThen> stories = new LinkedHashMap<>();
    for (Update update : log) {
      StoryThen then = stories.computeIfAbsent(update.storyId, id -> new StoryThen());
      int before = then.updates.size();
      then.take(update, at);
      if (update.kind == UpdateKind.MERGED && then.updates.size() > before) {
        other(update).ifPresent(stories::remove);
      }
    }
    return stories.values().stream()
        .filter(then -> !then.isEmpty())
        .sorted(
            java.util.Comparator.comparingDouble(StoryThen::heat)
                .reversed()
                .thenComparing(then -> then.last().storyId))
        .toList();
  }

  private static JsonNode json(Update update) {
    try {
      return JSON.readTree(update.json());
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read an update that was written here", e);
    }
  }
}
