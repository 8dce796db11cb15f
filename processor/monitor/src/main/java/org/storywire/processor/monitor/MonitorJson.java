package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.NewItem;
import org.storywire.news.ScorePart;
import org.storywire.news.StoryEvidence;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Verdict;

/** How updates and articles are written as JSON. Times are ISO 8601 in UTC; absent values null. */
final class MonitorJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int MOST_NEWS = 12;
  private static final int LONGEST_LINE = 500;

  private MonitorJson() {}

  /** Something that writes to a generator. */
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** The bytes that a writer writes, UTF-8. */
  static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write JSON to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Writes JSON that is already written. */
  static void raw(JsonGenerator json, byte[] written) throws IOException {
    json.writeRawValue(new String(written, java.nio.charset.StandardCharsets.UTF_8));
  }

  static byte[] update(StoryUpdate update, List<ShownTopic> topics) {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("eventId", update.getEventId());
          json.writeStringField("storyId", update.getStoryId());
          json.writeNumberField("revision", update.getRevision());
          json.writeStringField("kind", update.getKind().name());
          json.writeStringField("at", update.getAt().toString());
          json.writeStringField("edition", update.getEdition());
          json.writeStringField("headline", SafeText.of(update.getHeadline(), LONGEST_LINE));
          text(json, "articleId", update.getArticleId());
          text(json, "nativeId", update.getNativeId());
          text(json, "source", update.getSource());
          link(json, update.getUrl());
          text(json, "articleTitle", update.getArticleTitle());
          genre(json, update.getUrl(), update.getArticleTitle());
          text(json, "copyOf", update.getCopyOf());
          text(json, "otherStoryId", update.getOtherStoryId());
          verdict(json, "verdict", update.getVerdict());
          verdict(json, "formerVerdict", update.getFormerVerdict());
          json.writeBooleanField("withdrawn", update.getWithdrawn());
          json.writeBooleanField("material", update.getMaterial());
          json.writeBooleanField("late", update.getLate());
          news(json, update.getNews());
          json.writeNumberField("articles", update.getArticles());
          json.writeNumberField("independent", update.getIndependent());
          json.writeNumberField("copies", update.getCopies());
          topics(json, topics);
          evidence(json, "evidence", update.getEvidence(), false);
          text(json, "overrideId", update.getOverrideId());
          json.writeEndObject();
        });
  }

  private static void verdict(JsonGenerator json, String name, Verdict verdict) throws IOException {
    text(json, name, verdict == null ? null : verdict.name());
  }

  static byte[] article(Article article) {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("id", article.getArticleId());
          text(json, "nativeId", article.getNativeId());
          text(json, "parentId", article.getParentId());
          text(json, "source", article.getSource());
          link(json, article.getUrl());
          text(json, "title", article.getTitle());
          genre(json, article.getUrl(), article.getTitle());
          text(json, "language", article.getLanguage());
          json.writeStringField("at", article.getEventAt().toString());
          text(
              json,
              "publishedAt",
              article.getPublishedAt() == null ? null : article.getPublishedAt().toString());
          text(json, "publishedAsGiven", article.getPublishedAsGiven());
          json.writeBooleanField("late", article.getLate());
          json.writeNumberField("revision", article.getRevision());
          json.writeStringField("verdict", article.getVerdict().name());
          text(
              json,
              "pageKind",
              article.getPageKind() == null ? null : article.getPageKind().name());
          json.writeStringField("relation", article.getRelation().name());
          text(json, "copyOf", article.getCopyOf());
          text(json, "copyGroup", article.getCopyGroup());
          text(json, "creditsArticle", article.getCreditsArticle());
          copyEvidence(json, article.getCopyEvidence());
          evidence(json, "storyEvidence", article.getStoryEvidence(), true);
          json.writeEndObject();
        });
  }

  static void topics(JsonGenerator json, List<ShownTopic> topics) throws IOException {
    json.writeArrayFieldStart("topics");
    for (ShownTopic topic : topics) {
      json.writeStartObject();
      json.writeStringField("code", topic.code());
      json.writeStringField("label", topic.label());
      json.writeNumberField("score", rounded(topic.score()));
      json.writeBooleanField("implied", topic.implied());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void strings(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static void text(JsonGenerator json, String name, String text) throws IOException {
    if (text == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, SafeText.of(text, LONGEST_LINE));
    }
  }

  private static void genre(JsonGenerator json, String url, String title) throws IOException {
    json.writeStringField("genre", Genre.of(url, title).name());
  }

  private static void link(JsonGenerator json, String url) throws IOException {
    text(json, "url", SafeText.link(url).orElse(null));
  }

  private static void news(JsonGenerator json, List<NewItem> news) throws IOException {
    json.writeArrayFieldStart("news");
    for (NewItem item : news.subList(0, Math.min(MOST_NEWS, news.size()))) {
      json.writeStartObject();
      json.writeStringField("kind", item.getKind().name());
      json.writeStringField("text", SafeText.of(item.getText(), LONGEST_LINE));
      json.writeNumberField("start", item.getStart());
      json.writeNumberField("end", item.getEnd());
      json.writeNumberField("score", rounded(item.getScore()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(
      JsonGenerator json, String name, StoryEvidence evidence, boolean parts) throws IOException {
    if (evidence == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    text(json, "reason", evidence.getReason());
    json.writeNumberField("score", rounded(evidence.getScore()));
    json.writeNumberField("threshold", rounded(evidence.getThreshold()));
    text(json, "nextStoryId", evidence.getNextStoryId());
    json.writeNumberField("nextScore", rounded(evidence.getNextScore()));
    text(json, "ruleset", evidence.getRuleset());
    if (parts) {
      json.writeArrayFieldStart("parts");
      for (ScorePart part : evidence.getParts()) {
        json.writeStartObject();
        text(json, "name", part.getName());
        json.writeNumberField("value", rounded(part.getValue()));
        json.writeNumberField("weight", rounded(part.getWeight()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void copyEvidence(JsonGenerator json, CopyEvidence evidence) throws IOException {
    if (evidence == null) {
      json.writeNullField("copyEvidence");
      return;
    }
    json.writeObjectFieldStart("copyEvidence");
    json.writeStringField("otherId", evidence.getOtherId());
    json.writeNumberField("containment", rounded(evidence.getContainment()));
    json.writeNumberField("jaccard", rounded(evidence.getJaccard()));
    json.writeNumberField("keptShare", rounded(evidence.getKeptShare()));
    json.writeNumberField("longestRun", evidence.getLongestRun());
    json.writeStringField("passage", SafeText.of(evidence.getPassage(), 600));
    json.writeNumberField("passageAt", evidence.getPassageAt());
    json.writeNumberField("lagMs", evidence.getLagMs());
    json.writeNumberField("confidence", rounded(evidence.getConfidence()));
    json.writeNumberField("threshold", rounded(evidence.getThreshold()));
    text(json, "ruleset", evidence.getRuleset());
    json.writeEndObject();
  }

  /** Four decimals are more than a person reads, and JSON knows no NaN. */
  private static double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 10_000) / 10_000.0 : 0;
  }
}
