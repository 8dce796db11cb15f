package org.storywire.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of JSON as an article: {@code {"id", "published", "received", "source", "url", "title",
 * "body"}}, all but the body optional. An array {@code sentences} stands for a missing body, its
 * texts joined by line ends. Other fields are kept by name, text as it is, anything else as JSON.
 */
final class JsonArticle {

  /** Says in one sentence why a line is not an article. */
  static final class NotAnArticle extends Exception {
    private static final long serialVersionUID = 1L;

    NotAnArticle(String reason) {
      super(reason);
    }
  }

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private JsonArticle() {}

  static GivenArticle parse(String line) throws NotAnArticle {
    JsonNode object = object(line);
    Map<String, JsonNode> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getValue().isNull()) {
        fields.put(field.getKey(), field.getValue());
      }
    }
    String body = body(fields);
    return new GivenArticle(
        text(fields.remove("id")),
        text(fields.remove("published")),
        text(fields.remove("received")),
        text(fields.remove("source")),
        text(fields.remove("url")),
        text(fields.remove("title")),
        body,
        texts(fields));
  }

  private static JsonNode object(String line) throws NotAnArticle {
    try {
      JsonNode node = JSON.readValue(line);
      if (!node.isObject()) {
        throw new NotAnArticle("is a JSON " + kind(node) + ", expected an object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new NotAnArticle("is not JSON: " + e.getOriginalMessage());
    }
  }

  private static String body(Map<String, JsonNode> fields) throws NotAnArticle {
    JsonNode body = fields.remove("body");
    if (body != null) {
      return string("body", body);
    }
    JsonNode sentences = fields.remove("sentences");
    if (sentences == null) {
      throw new NotAnArticle("has no body, expected a field body or sentences");
    }
    if (!sentences.isArray()) {
      throw new NotAnArticle(
          "has a sentences that is a " + kind(sentences) + ", expected an array");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode sentence : sentences) {
      texts.add(string("sentence", sentence));
    }
    return String.join("\n", texts);
  }

  private static String string(String name, JsonNode node) throws NotAnArticle {
    if (!node.isTextual()) {
      throw new NotAnArticle("has a " + name + " that is a " + kind(node) + ", expected a string");
    }
    return node.textValue();
  }

  private static Map<String, String> texts(Map<String, JsonNode> fields) {
    Map<String, String> texts = new TreeMap<>();
    fields.forEach((name, node) -> text(node).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node)
        .map(value -> value.isTextual() ? value.textValue() : value.toString());
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
