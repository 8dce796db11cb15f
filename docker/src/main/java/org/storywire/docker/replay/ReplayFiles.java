package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.storywire.docker.pipeline.DeadLetter;
import org.storywire.docker.tail.AvroJson;

/** Writes a replay's results, one file a topic, and their digest. */
final class ReplayFiles {

  static final String ARTICLES = "articles.jsonl";
  static final String SUMMARY = "summary.json";

  private final Path directory;
  private final List<String> hashes = new ArrayList<>();

  /** Files in a directory, which is created if missing; earlier ones are replaced. */
  ReplayFiles(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /**
   * Writes everything but the summary.
   *
   * @return digest of the results
   */
  String write(Collected collected, FeedOrder order) throws IOException {
    CopyTrees trees = CopyTrees.of(collected.articles(), collected.updates(), order);
    Redirects redirects = Redirects.of(collected.stories());
    ArticleLines lines = new ArticleLines(trees, redirects);
    Map<String, String> stories = new LinkedHashMap<>();
    Map<String, String> groups = new LinkedHashMap<>();
    writeLines(
        ARTICLES,
        collected
            .articles()
            .map(
                article -> {
                  ObjectNode line = lines.of(article);
                  String id = line.get("id").asText();
                  stories.put(id, line.get("story").asText(""));
                  groups.put(id, line.get("copyGroup").asText());
                  return line;
                }));
    writeLines("story-updates.jsonl", collected.updates().map(AvroJson::of));
    writeLines("stories.jsonl", collected.stories().map(AvroJson::of));
    writeLines("dead-letters.jsonl", collected.deadLetters().stream().map(ReplayFiles::json));
    writeTable("stories.tsv", "story", stories);
    writeTable("copies.tsv", "group", groups);
    return Digest.of(hashes);
  }

  /** Writes the summary. */
  void write(ObjectNode summary) throws IOException {
    Files.writeString(directory.resolve(SUMMARY), summary.toPrettyString() + "\n");
  }

  /** Why a file of a replay could not be read, for a person. */
  static IOException unreadable(Path file, IOException cause) {
    return new IOException(
        "unable to read " + file + ", expected the directory of a replay", cause);
  }

  private void writeLines(String name, Stream<ObjectNode> objects) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(directory.resolve(name));
        objects) {
      objects.forEach(
          object -> {
            String line = AvroJson.line(object);
            hashes.add(Digest.of(name + " " + line));
            writeLine(file, line);
          });
    }
  }

  private void writeTable(String name, String column, Map<String, String> rows) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(directory.resolve(name))) {
      writeLine(file, "article\t" + column);
      rows.forEach((id, value) -> writeLine(file, cell(id) + "\t" + cell(value)));
    }
  }

  /** An id of the input may hold anything; a cell may not hold what divides cells and rows. */
  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }

  private static void writeLine(BufferedWriter file, String line) {
    try {
      file.write(line);
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(DeadLetter letter) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", letter.key())
        .put("eventId", letter.eventId())
        .put("stage", letter.stage())
        .put("reason", letter.reason())
        .put("origin", letter.origin())
        .put("bytes", letter.bytes());
  }
}
