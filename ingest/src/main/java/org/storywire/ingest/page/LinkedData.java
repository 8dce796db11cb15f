package org.storywire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page says about its article in JSON-LD (schema.org). Publishers' JSON is read leniently; a
 * script that is none is passed over.
 */
final class LinkedData {

  /** Fields that hold other articles than the page's. */
  private static final Set<String> OTHERS =
      Set.of("itemListElement", "relatedLink", "mentions", "isPartOf", "citation", "comment");

  private static final int MOST_OBJECTS = 2_000;
  private static final int DEEPEST = 12;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build()
          .readerFor(JsonNode.class);

  private final List<JsonNode> objects = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final JsonNode article;

  private LinkedData(SelfDescription page) {
    for (Element script : page.scripts()) {
      if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
        collect(parse(script.data()), 0);
      }
    }
    article = mainArticle();
  }

  /** What a page says; an article without fields if it says nothing. */
  static LinkedData of(SelfDescription page) {
    return new LinkedData(page);
  }

  private static JsonNode parse(String script) {
    String json = script.strip();
    int start = json.indexOf('{');
    int list = json.indexOf('[');
    start = list >= 0 && (list < start || start < 0) ? list : start;
    if (start < 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(json.substring(start));
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private void collect(JsonNode node, int depth) {
    if (depth > DEEPEST || objects.size() > MOST_OBJECTS) {
      return;
    }
    if (node.isObject() && node.has("@type")) {
      objects.add(node);
      if (node.has("@id") && node.size() > 2) {
        byId.putIfAbsent(node.get("@id").asText(), node);
      }
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!OTHERS.contains(field.getKey())) {
        collect(field.getValue(), depth + 1);
      }
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth + 1));
    }
  }

  private JsonNode mainArticle() {
    Optional<JsonNode> exact = objects.stream().filter(o -> isA(o, "Article")).findFirst();
    return exact
        .or(() -> objects.stream().filter(o -> isA(o, "Posting") || isA(o, "Report")).findFirst())
        .orElseGet(JSON::createObjectNode);
  }

  private static boolean isA(JsonNode object, String ending) {
    return texts(object.get("@type")).anyMatch(type -> type.endsWith(ending));
  }

  /** Whether the page describes an article at all. */
  boolean hasArticle() {
    return !article.isEmpty();
  }

  /** Text of an article's field; the first, if there are several. */
  Optional<String> text(String field) {
    return texts(article.get(field))
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(LinkedData::plain);
  }

  /** All texts of an article's field. */
  List<String> all(String field) {
    return texts(article.get(field)).filter(t -> !t.isBlank()).map(LinkedData::plain).toList();
  }

  /** Names of an article's field: people or organisations, written out, nested or referred to. */
  List<String> names(String field) {
    List<String> names = new ArrayList<>();
    addNames(article.path(field), names, 0);
    return names;
  }

  private void addNames(JsonNode node, List<String> names, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isTextual()) {
      JsonNode referred = byId.get(node.asText());
      if (referred != null) {
        addNames(referred, names, depth + 1);
      } else {
        names.add(plain(node.asText()));
      }
    } else if (node.isArray()) {
      node.forEach(child -> addNames(child, names, depth + 1));
    } else if (node.has("name")) {
      addNames(node.get("name"), names, depth + 1);
    } else if (node.has("@id") && byId.containsKey(node.get("@id").asText())) {
      addNames(byId.get(node.get("@id").asText()).path("name"), names, depth + 1);
    }
  }

  private static Stream<String> texts(JsonNode node) {
    if (node == null) {
      return Stream.empty();
    }
    if (node.isArray()) {
      List<String> all = new ArrayList<>();
      node.forEach(child -> texts(child).forEach(all::add));
      return all.stream();
    }
    return node.isValueNode() && !node.isNull() ? Stream.of(node.asText()) : Stream.empty();
  }

  private static String plain(String text) {
    String unescaped = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    return unescaped.strip();
  }

  /** A text that may hold markup, without it. */
  static String withoutMarkup(String text) {
    return text.indexOf('<') < 0 ? text : Parser.parse(text, "").text();
  }
}
