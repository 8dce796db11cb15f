package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.storywire.news.StoryOverride;

/** What a desk looks after: copies that are not corrected, doubtful verdicts, and the outlets. */
final class DeskApi {

  private static final int MOST_DOUBTS = 100;
  private static final int MOST_OUTLETS = 500;

  /** Verdicts less sure than this, and scores nearer to the threshold than that, are doubtful. */
  private static final float UNSURE_COPY = 0.75f;

  private static final float NEAR = 0.05f;

  private final ArticleView articles;
  private final OverrideView overrides;
  private final Uncorrected uncorrected;

  DeskApi(ArticleView articles, OverrideView overrides, Uncorrected uncorrected) {
    this.articles = articles;
    this.overrides = overrides;
    this.uncorrected = uncorrected;
  }

  /** GET /api/uncorrected. */
  void uncorrected(Context ctx) {
    Parameters.only(ctx, Set.of());
    List<Uncorrected.Copy> copies = uncorrected.all();
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("copies");
          for (Uncorrected.Copy copy : copies) {
            json.writeStartObject();
            json.writeStringField("at", copy.at().toString());
            article(json, "copy", copy.copy());
            article(json, "origin", copy.origin());
            MonitorJson.strings(
                json,
                "sentences",
                copy.sentences().stream().map(text -> SafeText.of(text, 600)).toList());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** GET /api/review: the least sure verdicts nobody has decided about yet. */
  void review(Context ctx) {
    Parameters.only(ctx, Set.of());
    Set<String> decided = new HashSet<>();
    for (StoryOverride override : overrides.all()) {
      decided.addAll(override.getArticleIds());
    }
    List<HeldArticle> doubts =
        articles.all().stream()
            .filter(article -> article.sureOfCopy < UNSURE_COPY || article.storyMargin < NEAR)
            .filter(article -> article.storyId.isPresent() && !decided.contains(article.id))
            .sorted(
                Comparator.comparing((HeldArticle article) -> article.at)
                    .reversed()
                    .thenComparing(article -> article.id))
            .limit(MOST_DOUBTS)
            .toList();
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("doubts");
          for (HeldArticle doubt : doubts) {
            json.writeStartObject();
            json.writeStringField("of", doubt.sureOfCopy < UNSURE_COPY ? "COPY" : "STORY");
            json.writeStringField("storyId", doubt.storyId.orElseThrow());
            article(json, "article", doubt);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** GET /api/outlets. */
  void outlets(Context ctx) {
    Parameters.only(ctx, Set.of("since", "until", "limit"));
    Instant since = Parameters.instant(ctx, "since").orElse(Instant.MIN);
    Instant until = Parameters.instant(ctx, "until").orElse(Instant.MAX);
    int limit = Parameters.number(ctx, "limit", 100, MOST_OUTLETS);
    Scorecards cards = Scorecards.of(articles.all(), since, until);
    Answers.json(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeFieldName("outlets");
          cards.write(json, limit);
          json.writeEndObject();
        });
  }

  private static void article(JsonGenerator json, String name, HeldArticle article)
      throws IOException {
    json.writeFieldName(name);
    MonitorJson.raw(json, article.json());
  }
}
