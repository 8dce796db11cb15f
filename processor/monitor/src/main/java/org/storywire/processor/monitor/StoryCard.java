package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A story at one moment, as lists and cards show it.
 *
 * @param firstHeadline headline that the story began with; empty if it is not known
 * @param headlineReason why the present headline stands for the story; empty if it is not known
 * @param merged ids of the stories that were merged into this one
 * @param heat movement as a logarithm that needs no ageing, see {@link Heat}; higher moves more
 * @param lately sources that reported independently in the last ten minutes, each with the time of
 *     its newest report
 * @param reportsByHour independent articles in each of the last 24 hours, oldest first
 * @param copiesByHour copies in each of the last 24 hours, oldest first
 */
record StoryCard(
    String id,
    long revision,
    String state,
    String edition,
    String headline,
    String firstHeadline,
    String headlineReason,
    String latestNews,
    Instant firstAt,
    Instant lastAt,
    int articles,
    int independent,
    int copies,
    List<String> sources,
    List<String> languages,
    List<ShownTopic> topics,
    List<String> names,
    List<String> merged,
    double heat,
    Map<String, Instant> lately,
    List<Integer> reportsByHour,
    List<Integer> copiesByHour) {

  private static final Duration LATELY = Duration.ofMinutes(10);

  StoryCard {
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
    topics = List.copyOf(topics);
    names = List.copyOf(names);
    merged = List.copyOf(merged);
    lately = Map.copyOf(lately);
    reportsByHour = List.copyOf(reportsByHour);
    copiesByHour = List.copyOf(copiesByHour);
  }

  /** The story as of an instant of event time. */
  static StoryCard of(HeldStory story, List<String> merged, Instant now) {
    return new StoryCard(
        story.id,
        story.revision,
        story.state,
        story.edition,
        story.headline,
        story.firstHeadline,
        story.headlineReason,
        story.latestNews,
        story.firstAt,
        story.lastAt,
        story.articles,
        story.independent,
        story.copies,
        story.sources,
        story.languages,
        story.topics,
        story.names,
        merged,
        story.heat,
        story.reportsSince(now.minus(LATELY)),
        boxed(story.activity(now, false)),
        boxed(story.activity(now, true)));
  }

  /** Writes the card's fields into an object that is open. */
  void fields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id);
    json.writeNumberField("revision", revision);
    json.writeStringField("state", state);
    json.writeStringField("edition", edition);
    json.writeStringField("headline", headline);
    MonitorJson.text(json, "firstHeadline", firstHeadline.isEmpty() ? null : firstHeadline);
    MonitorJson.text(json, "headlineReason", headlineReason.isEmpty() ? null : headlineReason);
    MonitorJson.text(json, "latestNews", latestNews.isEmpty() ? null : latestNews);
    json.writeStringField("firstAt", firstAt.toString());
    json.writeStringField("lastAt", lastAt.toString());
    json.writeNumberField("articles", articles);
    json.writeNumberField("independent", independent);
    json.writeNumberField("copies", copies);
    MonitorJson.strings(json, "sources", sources);
    MonitorJson.strings(json, "languages", languages);
    MonitorJson.topics(json, topics);
    MonitorJson.strings(json, "names", names);
    MonitorJson.strings(json, "merged", merged);
    json.writeNumberField("heat", Math.round(heat * 1_000) / 1_000.0);
    json.writeObjectFieldStart("lately");
    for (var report : new TreeMap<>(lately).entrySet()) {
      json.writeStringField(report.getKey(), report.getValue().toString());
    }
    json.writeEndObject();
    numbers(json, "reportsByHour", reportsByHour);
    numbers(json, "copiesByHour", copiesByHour);
  }

  private static void numbers(JsonGenerator json, String name, List<Integer> numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static List<Integer> boxed(int[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toList();
  }
}
