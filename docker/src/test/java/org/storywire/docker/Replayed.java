package org.storywire.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.docker.replay.Replay;

/** Results of a replay, read back from its files. */
final class Replayed {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path out;

  private Replayed(Path out) {
    this.out = out;
  }

  /** What a replay has written. */
  static Replayed at(Path out) {
    return new Replayed(out);
  }

  /** Replays through the production processor in this JVM. */
  static Replayed of(List<Path> in, Path out) {
    return of(LocalProcessor::new, in, out);
  }

  static Replayed of(ProcessorFactory processors, List<Path> in, Path out) {
    return of(processors, Map.of(), in, out);
  }

  static Replayed of(
      ProcessorFactory processors, Map<String, String> settings, List<Path> in, Path out) {
    try {
      new Replay(processors, 2, settings, PATIENCE).run(in, out, nowhere());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Replayed(out);
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  /** Lines of articles.jsonl; of a revised article, the last one counts, by input id. */
  Map<String, JsonNode> articles() {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    lines("articles.jsonl").forEach(line -> byId.put(line.get("id").asText(), line));
    return byId;
  }

  List<JsonNode> lines(String file) {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(out.resolve(file))) {
        lines.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** All that the article's own updates called new, one text a line. */
  String news(String articleId) {
    StringBuilder news = new StringBuilder();
    for (JsonNode update : lines("story-updates.jsonl")) {
      if (update.path("nativeId").asText().equals(articleId)) {
        update.get("news").forEach(item -> news.append(item.get("text").asText()).append('\n'));
      }
    }
    return news.toString();
  }

  String digest() {
    try {
      return JSON.readTree(out.resolve("summary.json").toFile()).get("digest").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
