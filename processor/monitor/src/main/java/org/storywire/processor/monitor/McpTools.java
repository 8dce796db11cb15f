package org.storywire.processor.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an agent can ask: the answers of the API, called as tools. {@code mcp-tools.json} lists
 * them.
 */
final class McpTools {

  private static final int STORIES = 10;
  private static final int MOST_STORIES = 50;
  private static final int UPDATES = 50;
  private static final int MOST_UPDATES = 200;

  private final Map<String, Function<JsonNode, MonitorJson.Writer>> tools = new TreeMap<>();

  McpTools(Api api) {
    AskApi asking = new AskApi(api.asking());
    tools.put(
        "search_stories",
        arguments ->
            api.stories(
                query(arguments, Set.of("limit", "order")),
                Optional.empty(),
                number(arguments, STORIES, MOST_STORIES),
                !arguments.path("order").asText("relevance").equals("movement")));
    tools.put("get_story", arguments -> api.story(arguments.path("id").asText()));
    tools.put(
        "updates_since",
        arguments ->
            api.updates(
                query(arguments, Set.of("since", "limit")),
                Optional.ofNullable(arguments.path("since").textValue()),
                number(arguments, UPDATES, MOST_UPDATES)));
    tools.put(
        "who_had_it_first",
        arguments -> {
          Asking.Found found = asking.posted(arguments);
          return json -> AskApi.write(json, found);
        });
  }

  /** Whether there is such a tool. */
  boolean has(String name) {
    return tools.containsKey(name);
  }

  /** Names of the tools. */
  Set<String> names() {
    return tools.keySet();
  }

  /** The tools with their arguments, a JSON array. */
  static byte[] list() {
    try (InputStream stream = McpTools.class.getResourceAsStream("mcp-tools.json")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read mcp-tools.json", e);
    }
  }

  /** What a tool answers: its result, or what was wrong with the arguments. */
  MonitorJson.Writer call(String name, JsonNode arguments) {
    try {
      byte[] answer = MonitorJson.bytes(tools.get(name).apply(arguments));
      return json -> {
        text(json, new String(answer, StandardCharsets.UTF_8));
        json.writeFieldName("structuredContent");
        MonitorJson.raw(json, answer);
        json.writeBooleanField("isError", false);
      };
    } catch (IllegalArgumentException | HttpResponseException e) {
      return json -> {
        text(json, SafeText.of(e.getMessage(), 500));
        json.writeBooleanField("isError", true);
      };
    }
  }

  private static void text(com.fasterxml.jackson.core.JsonGenerator json, String text)
      throws IOException {
    json.writeArrayFieldStart("content");
    json.writeStartObject();
    json.writeStringField("type", "text");
    json.writeStringField("text", text);
    json.writeEndObject();
    json.writeEndArray();
  }

  /** The query that arguments make up, by the names and rules of the API. */
  private static Query query(JsonNode arguments, Set<String> others) {
    Map<String, List<String>> parameters = new HashMap<>();
    arguments
        .fields()
        .forEachRemaining(
            field -> {
              if (!others.contains(field.getKey())) {
                List<String> values = new ArrayList<>();
                if (field.getValue().isArray()) {
                  field.getValue().forEach(value -> values.add(value.asText()));
                } else {
                  values.add(field.getValue().asText());
                }
                parameters.put(field.getKey(), values);
              }
            });
    return Query.parse(parameters);
  }

  private static int number(JsonNode arguments, int fallback, int most) {
    return Math.max(1, Math.min(most, arguments.path("limit").asInt(fallback)));
  }
}
