package org.storywire.docker.override;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.storywire.docker.tail.AvroJson;
import org.storywire.news.OverrideKind;
import org.storywire.news.StoryOverride;

/** Overrides as JSON, one a line: what {@code override list} prints and {@code replay} takes. */
public final class OverrideLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OverrideLines() {}

  /** One line. */
  public static String line(StoryOverride override) {
    return AvroJson.line(AvroJson.of(override));
  }

  /**
   * Reads a file of such lines, in its order; empty lines are passed over.
   *
   * @throws IllegalArgumentException naming the line that can't be read
   */
  public static List<StoryOverride> read(Path file) {
    List<StoryOverride> overrides = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          overrides.add(parse(lines.get(i), file + ", line " + (i + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read overrides from " + file, e);
    }
    return overrides;
  }

  private static StoryOverride parse(String line, String where) {
    try {
      JsonNode node = JSON.readTree(line);
      List<String> articleIds = new ArrayList<>();
      node.path("articleIds").forEach(id -> articleIds.add(id.asText()));
      return StoryOverride.newBuilder()
          .setOverrideId(needed(node, "overrideId"))
          .setEdition(needed(node, "edition"))
          .setKind(OverrideKind.valueOf(needed(node, "kind")))
          .setArticleIds(articleIds)
          .setOtherArticleId(text(node, "otherArticleId"))
          .setHeadline(text(node, "headline"))
          .setBy(needed(node, "by"))
          .setAt(Instant.parse(needed(node, "at")))
          .setReason(node.path("reason").asText(""))
          .setUndoes(text(node, "undoes"))
          .build();
    } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "unable to read an override at " + where + ": " + e.getMessage(), e);
    }
  }

  private static String needed(JsonNode node, String name) {
    if (!node.path(name).isTextual()) {
      throw new IllegalArgumentException(name + " is missing, expected text");
    }
    return node.get(name).asText();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isTextual() ? node.get(name).asText() : null;
  }
}
