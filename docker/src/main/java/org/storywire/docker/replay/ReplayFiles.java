package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.storywire.docker.tail.AvroJson;

/** Writes a replay's results, one file a topic, and their digest. */
final class ReplayFiles {

  static final String ARTICLES = "articles.jsonl";
  static final String SUMMARY = "summary.json";

  private final Path directory;

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
    MergedStories redirects = MergedStories.of(collected.stories());
    ArticleLines lines = new ArticleLines(trees, redirects);
    Map<String, String> stories = new LinkedHashMap<>();
    Map<String, String> groups = new LinkedHashMap<>();
    try (Digest digest = new Digest()) {
      writeLines(
          ARTICLES,
          collected
              .articles()
              .map(
                  article -> {
                    ObjectNode line = lines.of(article);
                    String id = line.get("nativeId").asText();
                    stories.put(id, line.get("storyId").asText(""));
                    groups.put(id, line.get("copyGroup").asText());
                    return AvroJson.line(line);
                  }),
          digest);
      writeLines("story-updates.jsonl", collected.updates().map(ReplayFiles::line), digest);
      writeLines("stories.jsonl", collected.stories().map(ReplayFiles::line), digest);
      writeLines("dead-letters.jsonl", collected.deadLetters(), digest);
      writeTable("stories.tsv", "story", stories);
      writeTable("copies.tsv", "group", groups);
      return digest.hex();
    }
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

  private void writeLines(String name, Stream<String> lines, Digest digest) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(directory.resolve(name));
        lines) {
      lines.forEach(
          line -> {
            digest.add(name + " " + line);
            writeLine(file, line);
          });
    }
  }

  private static String line(SpecificRecord record) {
    return AvroJson.line(AvroJson.of(record));
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
}
