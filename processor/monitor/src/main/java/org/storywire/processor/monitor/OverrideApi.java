package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.storywire.news.StoryOverride;
import org.storywire.schemas.Overrides;

/**
 * What editors decide, by HTTP. The monitor changes nothing itself: it sends the decision to the
 * topic, and shows what the processor makes of it.
 */
final class OverrideApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_HEADLINE = 300;
  private static final int MOST_ARTICLES = 200;

  private final WatchedStories stories;
  private final ArticleView articles;
  private final OverrideView overrides;
  private final Access access;
  private final Clock clock;
  private final Consumer<StoryOverride> sender;

  OverrideApi(
      WatchedStories stories,
      ArticleView articles,
      OverrideView overrides,
      Access access,
      Clock clock,
      Consumer<StoryOverride> sender) {
    this.stories = stories;
    this.articles = articles;
    this.overrides = overrides;
    this.access = access;
    this.clock = clock;
    this.sender = sender;
  }

  /** What a desk looks after, which leaves out what was decided here. */
  DeskApi desk(Api api) {
    return new DeskApi(articles, overrides, api.uncorrected());
  }

  /** GET /api/overrides. */
  void list(Context ctx) {
    Parameters.query(ctx, java.util.Set.of());
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          MonitorJson.text(json, "editor", access.editor(ctx).orElse(null));
          json.writeArrayFieldStart("overrides");
          for (StoryOverride override : overrides.all()) {
            OverrideView.write(json, override);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** POST /api/overrides; with {@code preview} nothing is sent. */
  void decide(Context ctx) {
    String editor =
        access
            .editor(ctx)
            .orElseThrow(() -> new ForbiddenResponse("an editor's token is needed to decide"));
    JsonNode wish = body(ctx);
    String reason = SafeText.of(wish.path("reason").asText(""), LONGEST_REASON);
    Decision decision = decision(wish, editor, reason);
    if (!wish.path("preview").asBoolean(false)) {
      sender.accept(decision.override());
    }
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeStringField("says", decision.says());
          json.writeFieldName("override");
          OverrideView.write(json, decision.override());
          json.writeEndObject();
        });
  }

  private record Decision(StoryOverride override, String says) {}

  private Decision decision(JsonNode wish, String by, String reason) {
    if (wish.hasNonNull("undo")) {
      StoryOverride done =
          overrides
              .find(wish.get("undo").asText())
              .orElseThrow(() -> new NotFoundResponse("no such override is held"));
      StoryOverride undo = editor(done.getEdition(), by, reason).undo(done);
      return new Decision(undo, "Takes back what " + SafeText.of(done.getBy(), 100) + " decided.");
    }
    return switch (wish.path("kind").asText()) {
      case "SAME_STORY" -> sameStory(wish, by, reason);
      case "OTHER_STORY" -> otherStory(wish, by, reason);
      case "HEADLINE" -> headline(wish, by, reason);
      case "COPY_OF" -> copyOf(wish, by, reason);
      case "NOT_COPY" -> notCopy(wish, by, reason);
      default ->
          throw new BadRequestResponse(
              "illegal kind, expected SAME_STORY, OTHER_STORY, HEADLINE, COPY_OF, NOT_COPY, or"
                  + " undo");
    };
  }

  private Decision sameStory(JsonNode wish, String by, String reason) {
    StoryCard one = story(wish.path("story").asText());
    StoryCard other = story(wish.path("other").asText());
    if (one.id().equals(other.id())) {
      throw new BadRequestResponse("both are one story already");
    }
    if (!one.edition().equals(other.edition())) {
      throw new BadRequestResponse("the stories are of two editions, expected one");
    }
    List<String> mine = articlesOf(one);
    String says =
        "“"
            + one.headline()
            + "” (articles: "
            + one.articles()
            + ") and “"
            + other.headline()
            + "” ("
            + other.articles()
            + ") become one story; the address of the younger one leads to the older.";
    return new Decision(editor(one.edition(), by, reason).sameStory(mine, articlesOf(other)), says);
  }

  private Decision otherStory(JsonNode wish, String by, String reason) {
    List<String> leaving = new ArrayList<>();
    wish.path("articles").forEach(id -> leaving.add(id.asText()));
    if (leaving.isEmpty() || leaving.size() > MOST_ARTICLES) {
      throw new BadRequestResponse("expected 1 to " + MOST_ARTICLES + " ids in articles");
    }
    String first = leaving.get(0);
    String storyId =
        articles
            .find(first)
            .flatMap(article -> article.storyId)
            .orElseThrow(() -> new NotFoundResponse("no story of article " + first + " is held"));
    StoryCard story = story(storyId);
    StoryOverride override =
        editor(story.edition(), by, reason).otherStory(leaving, articlesOf(story));
    return new Decision(
        override,
        leaving.size()
            + (leaving.size() == 1 ? " article leaves “" : " articles leave “")
            + story.headline()
            + "” for a story of their own, with the copies made of them.");
  }

  private Decision headline(JsonNode wish, String by, String reason) {
    StoryCard story = story(wish.path("story").asText());
    Optional<String> text =
        Optional.of(wish.path("headline").asText("").strip()).filter(line -> !line.isEmpty());
    if (text.filter(line -> line.length() > LONGEST_HEADLINE).isPresent()) {
      throw new BadRequestResponse(
          "the headline is too long, expected at most " + LONGEST_HEADLINE + " characters");
    }
    return new Decision(
        editor(story.edition(), by, reason).headline(articlesOf(story).get(0), text),
        text.map(line -> "The headline becomes “" + line + "”.")
            .orElse("The headline is chosen by rule again."));
  }

  private Decision copyOf(JsonNode wish, String by, String reason) {
    HeldArticle article = article(wish.path("article").asText());
    HeldArticle other = article(wish.path("other").asText());
    StoryCard story = storyOf(article);
    if (article.id.equals(other.id)) {
      throw new BadRequestResponse("an article can't be a copy of itself");
    }
    if (!story.edition().equals(storyOf(other).edition())) {
      throw new BadRequestResponse("the articles are of two editions, expected one");
    }
    return new Decision(
        editor(story.edition(), by, reason).copyOf(article.id, other.id),
        "The article of "
            + article.source
            + " counts as a copy of that of "
            + other.source
            + ", whatever arrives. It stays in its story.");
  }

  private Decision notCopy(JsonNode wish, String by, String reason) {
    HeldArticle article = article(wish.path("article").asText());
    return new Decision(
        editor(storyOf(article).edition(), by, reason).notCopy(article.id),
        "The article of "
            + article.source
            + " counts as a report of its own, and copies of it as copies of it, whatever"
            + " arrives.");
  }

  private HeldArticle article(String id) {
    return articles
        .find(id)
        .orElseThrow(() -> new NotFoundResponse("no article of this id is held: " + id));
  }

  private StoryCard storyOf(HeldArticle article) {
    return story(
        article.storyId.orElseThrow(
            () -> new NotFoundResponse("no story of article " + article.id + " is held")));
  }

  private Overrides.Editor editor(String edition, String by, String reason) {
    return new Overrides.Editor(edition, by, clock.instant(), reason);
  }

  private StoryCard story(String id) {
    return stories
        .find(id)
        .orElseThrow(() -> new NotFoundResponse("no story of this id is held: " + id))
        .card();
  }

  private List<String> articlesOf(StoryCard story) {
    List<String> ids = new ArrayList<>(story.merged());
    ids.add(story.id());
    List<String> found =
        articles.ofStories(ids).stream().limit(MOST_ARTICLES).map(article -> article.id).toList();
    if (found.isEmpty()) {
      throw new NotFoundResponse("no article of story " + story.id() + " is held");
    }
    return found;
  }

  /** The JSON object that was posted. */
  static JsonNode body(Context ctx) {
    try {
      JsonNode wish = JSON.readTree(ctx.body());
      if (wish == null || !wish.isObject()) {
        throw new BadRequestResponse("expected a JSON object");
      }
      return wish;
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("expected JSON");
    }
  }
}
