package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.storywire.news.Article;
import org.storywire.processor.monitor.ask.Carrier;
import org.storywire.processor.monitor.ask.Match;

/** Who had it first, by HTTP. */
final class AskApi {

  private static final int LONGEST_EXCERPT = 2_000;
  private static final Set<String> WAYS = Set.of("text", "address", "article");

  private final Asking asking;

  AskApi(Asking asking) {
    this.asking = asking;
  }

  /** GET or POST /api/ask with one of text, address and article. */
  void ask(Context ctx) {
    Asking.Found found =
        ctx.method() == HandlerType.POST ? posted(OverrideApi.body(ctx)) : asked(ctx);
    Answers.json(ctx, json -> write(json, found));
  }

  private Asking.Found asked(Context ctx) {
    Parameters.only(ctx, WAYS);
    return WAYS.stream()
        .sorted()
        .filter(way -> ctx.queryParam(way) != null)
        .findFirst()
        .map(way -> found(way, ctx.queryParam(way)))
        .orElseThrow(AskApi::nothing);
  }

  /** What an object asks that has one of text, address and article. */
  Asking.Found posted(JsonNode wish) {
    return WAYS.stream()
        .sorted()
        .filter(way -> wish.path(way).isTextual())
        .findFirst()
        .map(way -> found(way, wish.get(way).asText()))
        .orElseThrow(AskApi::nothing);
  }

  private static BadRequestResponse nothing() {
    return new BadRequestResponse("nothing is asked, expected text, address or article");
  }

  private Asking.Found found(String way, String value) {
    return switch (way) {
      case "article" -> asking.article(value);
      case "address" -> asking.address(value);
      default -> asking.passage(value);
    };
  }

  /** Writes an answer as one object. */
  static void write(JsonGenerator json, Asking.Found found) throws IOException {
    json.writeStartObject();
    json.writeStringField("passage", SafeText.of(found.question().text()));
    MonitorJson.text(json, "asked", found.asked().orElse(null));
    json.writeNumberField("words", found.question().words());
    MonitorJson.text(
        json,
        "first",
        found.answer().first().map(first -> first.article().getArticleId()).orElse(null));
    json.writeNumberField("independent", found.answer().independent());
    json.writeNumberField("copies", found.answer().copies());
    json.writeNumberField("unread", found.unread());
    json.writeArrayFieldStart("carriers");
    for (Carrier carrier : found.answer().carriers()) {
      carrier(json, carrier);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void carrier(JsonGenerator json, Carrier carrier) throws IOException {
    Article article = carrier.article();
    Match match = carrier.match();
    json.writeStartObject();
    json.writeStringField("id", article.getArticleId());
    MonitorJson.text(json, "source", article.getSource());
    MonitorJson.text(json, "outlet", carrier.outlet());
    MonitorJson.text(json, "url", SafeText.link(article.getUrl()).orElse(null));
    MonitorJson.text(json, "title", article.getTitle());
    json.writeStringField("at", article.getEventAt().toString());
    json.writeBooleanField("dated", article.getPublishedAt() != null);
    json.writeBooleanField("copy", carrier.copy());
    MonitorJson.text(json, "copyOf", article.getCopyOf());
    MonitorJson.text(json, "storyId", article.getStoryId());
    json.writeNumberField("share", Math.round(match.share() * 1_000) / 1_000.0);
    json.writeBooleanField("carries", match.carries());
    json.writeNumberField("longestRun", match.longestRun());
    passage(json, article.getBody(), match);
    json.writeEndObject();
  }

  /** The article's words from the first shared run on, with the runs in it and in the passage. */
  private static void passage(JsonGenerator json, String body, Match match) throws IOException {
    int from = from(match);
    int most = Math.min(body.length(), from + LONGEST_EXCERPT);
    List<Match.Run> shown =
        match.runs().stream().filter(run -> run.start() >= from && run.start() < most).toList();
    int end = shown.stream().mapToInt(Match.Run::end).max().orElse(from);
    json.writeStringField("excerpt", SafeText.of(body.substring(from, Math.min(end, most))));
    json.writeArrayFieldStart("runs");
    for (Match.Run run : shown) {
      json.writeStartObject();
      json.writeNumberField("asked", run.asked());
      json.writeNumberField("askedEnd", run.askedEnd());
      json.writeNumberField("start", run.start() - from);
      json.writeNumberField("end", Math.min(run.end(), most) - from);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The beginning of the runs, unless the longest of them would not be shown from there. */
  private static int from(Match match) {
    int first = match.runs().get(0).start();
    Match.Run longest = match.longest();
    return longest.end() - first <= LONGEST_EXCERPT ? first : longest.start();
  }
}
