package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader can choose from when making a query: values that occur in the stories held, most
 * frequent first.
 */
record Facets(List<Value> topics, List<Value> sources, List<Value> languages) {

  private static final int MOST = 300;

  /**
   * A value to choose.
   *
   * @param label what a person reads
   * @param stories stories that carry it
   */
  record Value(String value, String label, int stories) {}

  Facets {
    topics = List.copyOf(topics);
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
  }

  static Facets of(Collection<HeldStory> stories) {
    Map<String, Integer> topics = new HashMap<>();
    Map<String, String> labels = new HashMap<>();
    Map<String, Integer> sources = new HashMap<>();
    Map<String, Integer> languages = new HashMap<>();
    for (HeldStory story : stories) {
      for (ShownTopic topic : story.topics) {
        topics.merge(topic.code(), 1, Integer::sum);
        labels.put(topic.code(), topic.label());
      }
      story.sources.forEach(source -> sources.merge(source, 1, Integer::sum));
      story.languages.forEach(language -> languages.merge(language, 1, Integer::sum));
    }
    return new Facets(
        mostFrequent(topics, labels),
        mostFrequent(sources, Map.of()),
        mostFrequent(languages, Map.of()));
  }

  /** Writes the facets as one object. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    values(json, "topics", topics);
    values(json, "sources", sources);
    values(json, "languages", languages);
    json.writeEndObject();
  }

  private static void values(JsonGenerator json, String name, List<Value> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Value value : values) {
      json.writeStartObject();
      json.writeStringField("value", value.value());
      json.writeStringField("label", value.label());
      json.writeNumberField("stories", value.stories());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<Value> mostFrequent(Map<String, Integer> counts, Map<String, String> labels) {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Value(
                    entry.getKey(),
                    labels.getOrDefault(entry.getKey(), entry.getKey()),
                    entry.getValue()))
        .sorted(Comparator.comparingInt(Value::stories).reversed().thenComparing(Value::value))
        .limit(MOST)
        .toList();
  }
}
