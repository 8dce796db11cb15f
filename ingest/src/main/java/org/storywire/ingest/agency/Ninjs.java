package org.storywire.ingest.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storywire.ingest.page.HtmlText;

/**
 * An item in ninjs, the IPTC's JSON, versions 1 to 3. They differ in the case of names, and in what
 * is one value or a list: names are read without case, and both forms of each field in all
 * versions.
 */
final class Ninjs {

  private final Map<String, JsonNode> fields;

  private Ninjs(JsonNode item) {
    this.fields = lowerCase(item);
  }

  /** Whether an object is a ninjs item: ninjs asks for an address only. */
  static boolean looksLike(JsonNode object) {
    return object.isObject()
        && object.path("uri").isTextual()
        && !object.has("body")
        && !object.has("sentences");
  }

  static AgencyItem read(JsonNode object) {
    return new Ninjs(object).item();
  }

  private static Map<String, JsonNode> lowerCase(JsonNode object) {
    Map<String, JsonNode> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      fields.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), field.getValue());
    }
    return fields;
  }

  private AgencyItem item() {
    AgencyItem.Builder item = new AgencyItem.Builder();
    item.set("guid", text("uri"))
        .set("version", text("version"))
        .set("kind", text("type"))
        .set("headline", said("headlines", "headline"))
        .set("headline", text("title"))
        .set("byline", text("by"))
        .set("byline", said("bylines", "byline"))
        .set("slugline", text("slugline"))
        .set("dateline", text("located"))
        .set("language", text("language"))
        .set("urgency", text("urgency"))
        .set("pubStatus", text("pubstatus"))
        .set("versionCreated", text("versioncreated"))
        .set("firstCreated", text("firstcreated"))
        .set("embargoed", text("embargoed"))
        .set("provider", text("copyrightholder"))
        .set("copyrightNotice", text("copyrightnotice"))
        .set("usageTerms", text("usageterms"))
        .set("note", text("ednote"))
        .set("summary", said("descriptions", "description"));
    for (JsonNode subject : list("subjects", "subject")) {
      subject(subject).ifPresent(item.subjects::add);
    }
    for (JsonNode person : list("infosources", "infosource")) {
      item.creators.add(person.path("name").asText());
    }
    item.creators.remove("");
    item.text = body();
    return item.build();
  }

  private String text(String name) {
    JsonNode value = fields.get(name);
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
  }

  /** One of a list of texts with roles, the main one first; else the field of version 1. */
  private String said(String list, String single) {
    JsonNode texts = fields.get(list);
    String first = null;
    if (texts != null) {
      for (JsonNode text : texts) {
        String value = text.path("value").asText("");
        if (text.path("role").asText("main").equals("main") && !value.isBlank()) {
          return value;
        }
        first = first == null && !value.isBlank() ? value : first;
      }
    }
    return first != null ? first : firstThatBegins(single);
  }

  /** Version 1 has one field a role: {@code headline}, {@code headline_short}. */
  private String firstThatBegins(String name) {
    return fields.containsKey(name)
        ? text(name)
        : fields.keySet().stream()
            .filter(field -> field.startsWith(name + "_"))
            .sorted()
            .findFirst()
            .map(this::text)
            .orElse(null);
  }

  private List<JsonNode> list(String... names) {
    List<JsonNode> all = new ArrayList<>();
    for (String name : names) {
      JsonNode list = fields.get(name);
      if (list != null && list.isArray()) {
        list.forEach(all::add);
      }
    }
    return all;
  }

  private static Optional<AgencyItem.Subject> subject(JsonNode node) {
    Map<String, JsonNode> subject = lowerCase(node);
    String name = subject.containsKey("name") ? subject.get("name").asText() : "";
    String code = "";
    for (String field : List.of("uri", "code", "literal", "name")) {
      if (code.isBlank() && subject.containsKey(field)) {
        code = subject.get(field).asText();
      }
    }
    return code.isBlank()
        ? Optional.empty()
        : Optional.of(new AgencyItem.Subject(code, Optional.of(name).filter(n -> !n.isBlank())));
  }

  /** The body: marked-up ones keep paragraphs, so they come first. */
  private String body() {
    String plain = "";
    for (JsonNode body : list("bodies")) {
      String value = body.path("value").asText("").strip();
      String type =
          lowerCase(body).containsKey("contenttype")
              ? lowerCase(body).get("contenttype").asText()
              : "";
      boolean marked = type.contains("html") || body.path("role").asText().contains("html");
      String text = marked ? HtmlText.of(value) : value;
      if (marked && !text.isBlank()) {
        return text;
      }
      plain = plain.isEmpty() ? text : plain;
    }
    for (String name : List.of("body_xhtml", "body_html", "body_html5")) {
      String marked = text(name);
      if (marked != null && !marked.isBlank()) {
        return HtmlText.of(marked);
      }
    }
    String text = plain.isEmpty() ? firstThatBegins("body") : plain;
    return text == null ? "" : text;
  }
}
