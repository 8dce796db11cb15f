package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storywire.news.Article;
import org.storywire.news.Credit;

/** The JSON API; {@code openapi.json} describes it. */
final class Api {

  private static final int MOST_STORIES = 200;
  private static final int MOST_UPDATES = 1_000;
  private static final int MOST_SCANNED = 20_000;
  private static final int MOST_TEXT = 400_000;

  private final WatchedStories stories;
  private final ArticleView articles;
  private final ArticleTexts texts;
  private final HealthView health;
  private final History history;
  private final StreamHub hub;
  private final List<WebhookSender> webhooks;
  private final Asking asking;
  private final AsOf then;

  Api(
      WatchedStories stories,
      ArticleView articles,
      ArticleTexts texts,
      HealthView health,
      History history,
      StreamHub hub,
      List<WebhookSender> webhooks) {
    this.stories = stories;
    this.articles = articles;
    this.texts = texts;
    this.health = health;
    this.history = history;
    this.hub = hub;
    this.webhooks = List.copyOf(webhooks);
    this.asking = new Asking(articles, texts);
    this.then = new AsOf(stories, articles);
  }

  /** The stories that it answers from. */
  WatchedStories view() {
    return stories;
  }

  /** Copies that are not corrected. */
  Uncorrected uncorrected() {
    return new Uncorrected(stories, articles, texts);
  }

  /** Who carries a passage. */
  Asking asking() {
    return asking;
  }

  /** GET /api/stories. */
  void stories(Context ctx) {
    Query query = Parameters.query(ctx, Set.of("limit", "after", "order", "as-of"));
    int limit = Parameters.number(ctx, "limit", 50, MOST_STORIES);
    Optional<Instant> asOf = Parameters.instant(ctx, "as-of");
    if (asOf.isPresent()) {
      Answers.json(ctx, then.stories(query, limit, asOf.get()));
      return;
    }
    Answers.json(ctx, stories(query, Parameters.place(ctx), limit, Parameters.byRelevance(ctx)));
  }

  /** A page of stories. */
  MonitorJson.Writer stories(
      Query query, Optional<WatchedStories.Place> from, int limit, boolean byRelevance) {
    WatchedStories.Page page =
        byRelevance ? stories.search(query, from, limit) : stories.page(query, from, limit);
    return json -> {
      json.writeStartObject();
      json.writeStringField("now", page.now().toString());
      json.writeStringField("position", page.position().text());
      json.writeArrayFieldStart("stories");
      for (StoryCard card : page.stories()) {
        json.writeStartObject();
        card.fields(json);
        json.writeEndObject();
      }
      json.writeEndArray();
      MonitorJson.text(json, "next", page.next().map(Parameters::cursor).orElse(null));
      json.writeEndObject();
    };
  }

  /** GET /api/stories/{id}. */
  void story(Context ctx) {
    Parameters.only(ctx, Set.of("as-of", "since"));
    String id = ctx.pathParam("id");
    Optional<Instant> asOf = Parameters.instant(ctx, "as-of");
    Optional<Instant> since = Parameters.instant(ctx, "since");
    if (asOf.isPresent() || since.isPresent()) {
      Answers.json(ctx, then.story(id, asOf.orElseGet(stories::now), since));
      return;
    }
    WatchedStories.Detail detail = detail(id);
    if (!detail.card().id().equals(id)) {
      ctx.header("Content-Location", "/api/stories/" + detail.card().id());
    }
    Answers.json(ctx, story(id, detail));
  }

  /** A story with its events and reports. */
  MonitorJson.Writer story(String id) {
    return story(id, detail(id));
  }

  private WatchedStories.Detail detail(String id) {
    return stories
        .find(id)
        .orElseThrow(() -> new NotFoundResponse("no story of this id is held: " + id));
  }

  private MonitorJson.Writer story(String id, WatchedStories.Detail detail) {
    StoryCard card = detail.card();
    List<String> ids = new ArrayList<>(card.merged());
    ids.add(card.id());
    return json -> {
      json.writeStartObject();
      json.writeStringField("now", detail.now().toString());
      json.writeStringField("position", detail.position().text());
      MonitorJson.text(json, "redirectedFrom", card.id().equals(id) ? null : id);
      card.fields(json);
      json.writeArrayFieldStart("updates");
      for (Update update : detail.updates()) {
        MonitorJson.raw(json, update.json());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("reports");
      for (HeldArticle article : articles.ofStories(ids)) {
        MonitorJson.raw(json, article.json());
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }

  /** GET /api/articles/{id}. */
  void article(Context ctx) {
    Parameters.query(ctx, Set.of());
    String id = ctx.pathParam("id");
    HeldArticle held =
        articles
            .find(id)
            .orElseThrow(() -> new NotFoundResponse("no article of this id is held: " + id));
    Article article =
        texts
            .fetch(held.partition, held.offset)
            .orElseThrow(() -> new NotFoundResponse("the text is no longer kept: " + id));
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeFieldName("article");
          MonitorJson.raw(json, held.json());
          json.writeStringField("body", SafeText.of(article.getBody(), MOST_TEXT));
          json.writeArrayFieldStart("credits");
          for (Credit credit : article.getCredits()) {
            json.writeStartObject();
            json.writeStringField("kind", credit.getKind().name());
            MonitorJson.text(json, "name", credit.getName());
            json.writeEndObject();
          }
          json.writeEndArray();
          MonitorJson.strings(
              json,
              "furniture",
              article.getFurniture().stream().map(line -> SafeText.of(line, 200)).toList());
          MonitorJson.topics(json, ShownTopic.of(article.getTopics(), new Interner()));
          json.writeEndObject();
        });
  }

  /** GET /api/updates. */
  void updates(Context ctx) {
    Query query = Parameters.query(ctx, Set.of("since", "limit"));
    int limit = Parameters.number(ctx, "limit", 200, MOST_UPDATES);
    Answers.json(ctx, updates(query, Optional.ofNullable(ctx.queryParam("since")), limit));
  }

  /** Updates after a position, or those held. */
  MonitorJson.Writer updates(Query query, Optional<String> since, int limit) {
    UpdateLog log = stories.log();
    Position from =
        since.isEmpty()
            ? log.start()
            : Position.parse(since.get())
                .orElseThrow(() -> new BadRequestResponse("illegal since: expected a position"));
    if (!from.log().equals(log.end().log())) {
      throw new io.javalin.http.GoneResponse("the position is not one of this log");
    }
    return updates(new UpdateCursor(log, history, from), query, limit)::write;
  }

  /** GET /api/facets. */
  void facets(Context ctx) {
    Parameters.query(ctx, Set.of());
    Answers.json(ctx, stories.facets()::write);
  }

  /** GET /api/health; 503 unless the monitor follows the topics. */
  void health(Context ctx) {
    Parameters.query(ctx, Set.of());
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          health.fields(json);
          json.writeNumberField("stories", stories.size());
          json.writeNumberField("storiesEvicted", stories.evicted());
          json.writeNumberField("updates", stories.log().next() - stories.log().first());
          json.writeNumberField("articles", articles.size());
          json.writeNumberField("readers", hub.readers());
          json.writeStringField("position", stories.log().end().text());
          json.writeArrayFieldStart("webhooks");
          for (WebhookSender webhook : webhooks) {
            webhook.write(json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    if (health.state().equals("stopped")) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  /** GET /api/openapi.json. */
  void openApi(Context ctx) throws IOException {
    try (InputStream stream = Api.class.getResourceAsStream("openapi.json")) {
      Answers.send(ctx, "application/json", stream.readAllBytes());
    }
  }

  private record Updates(List<Update> updates, Position next, boolean more, long lost) {

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeArrayFieldStart("updates");
      for (Update update : updates) {
        MonitorJson.raw(json, update.json());
      }
      json.writeEndArray();
      json.writeStringField("next", next.text());
      json.writeBooleanField("more", more);
      json.writeNumberField("lost", lost);
      json.writeEndObject();
    }
  }

  private static Updates updates(UpdateCursor cursor, Query query, int limit) {
    List<Update> wanted = new ArrayList<>();
    long lost = 0;
    int scanned = 0;
    while (wanted.size() < limit && scanned < MOST_SCANNED && !cursor.atEnd()) {
      Optional<List<UpdateLog.Entry>> held = cursor.fromLog(limit - wanted.size());
      List<UpdateLog.Entry> entries;
      if (held.isPresent()) {
        entries = held.get();
      } else {
        UpdateCursor.Batch batch = cursor.fromHistory(limit - wanted.size());
        entries = batch.entries();
        lost += batch.lost();
      }
      scanned += entries.size() + 1;
      entries.stream().map(UpdateLog.Entry::update).filter(query::matches).forEach(wanted::add);
    }
    return new Updates(wanted, cursor.position(), !cursor.atEnd(), lost);
  }
}
