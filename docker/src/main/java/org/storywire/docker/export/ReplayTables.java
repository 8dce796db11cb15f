package org.storywire.docker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of a replay as flat tables, read once, row by row. */
final class ReplayTables {

  static final Table ARTICLES =
      Table.of(
          "articles",
          "articleId",
          "nativeId",
          "source",
          "title",
          "language",
          "publishedAt:TIME",
          "eventAt:TIME",
          "late:FLAG",
          "verdict",
          "relation",
          "revision:WHOLE",
          "storyId",
          "pageKind");
  static final Table ARTICLE_TOPICS =
      Table.of("article_topics", "articleId", "code", "label", "score:NUMBER", "implied:FLAG");
  static final Table ARTICLE_ENTITIES =
      Table.of("article_entities", "articleId", "name", "kind", "count:WHOLE");
  static final Table COPIES =
      Table.of(
          "copies",
          "articleId",
          "nativeId",
          "copyOf",
          "copyGroup",
          "containment:NUMBER",
          "jaccard:NUMBER",
          "lagMs:WHOLE",
          "passage");
  static final Table STORIES =
      Table.of(
          "stories",
          "storyId",
          "revision:WHOLE",
          "state",
          "redirectTo",
          "edition",
          "headline",
          "firstAt:TIME",
          "lastAt:TIME",
          "articles:WHOLE",
          "independent:WHOLE",
          "copies:WHOLE");
  static final Table STORY_ARTICLES =
      Table.of("story_articles", "storyId", "position:WHOLE", "articleId");
  static final Table UPDATES =
      Table.of(
          "updates",
          "eventId",
          "storyId",
          "revision:WHOLE",
          "kind",
          "at:TIME",
          "edition",
          "headline",
          "articleId",
          "source",
          "url",
          "copyOf",
          "otherStoryId",
          "material:FLAG",
          "late:FLAG",
          "articles:WHOLE",
          "independent:WHOLE",
          "copies:WHOLE");

  /** All tables. */
  static final List<Table> ALL =
      List.of(ARTICLES, STORIES, UPDATES, ARTICLE_TOPICS, ARTICLE_ENTITIES, STORY_ARTICLES, COPIES);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final Map<Table, TableWriter> writers;
  private final Map<Table, Long> rows = new LinkedHashMap<>();

  private ReplayTables(Path directory, Map<Table, TableWriter> writers) {
    this.directory = directory;
    this.writers = writers;
    writers.keySet().forEach(table -> rows.put(table, 0L));
  }

  /**
   * Writes all tables.
   *
   * @param directory of a replay
   * @param writers by table; the caller closes them
   * @return rows written by table
   * @throws IOException if the directory holds no replay, or a file can't be written
   */
  static Map<Table, Long> write(Path directory, Map<Table, TableWriter> writers)
      throws IOException {
    ReplayTables tables = new ReplayTables(directory, writers);
    tables.articles();
    tables.eachLine("stories.jsonl", (number, story) -> tables.story(story));
    tables.eachLine("story-updates.jsonl", (number, update) -> tables.row(UPDATES, update));
    return tables.rows;
  }

  /** One row an article: its last version, deliveries without change left out. */
  private void articles() throws IOException {
    Map<String, Long> last = new HashMap<>();
    eachLine(
        "articles.jsonl",
        (number, line) -> {
          if (!line.path("verdict").asText().equals("unchanged")) {
            last.put(line.path("articleId").asText(), number);
          }
        });
    eachLine(
        "articles.jsonl",
        (number, line) -> {
          if (Long.valueOf(number).equals(last.get(line.path("articleId").asText()))) {
            article(line);
          }
        });
  }

  private void article(JsonNode line) throws IOException {
    String id = line.path("articleId").asText();
    add(ARTICLES, values(ARTICLES, line));
    for (JsonNode topic : line.path("topics")) {
      add(ARTICLE_TOPICS, with(id, values(ARTICLE_TOPICS, topic)));
    }
    for (JsonNode entity : line.path("entities")) {
      add(ARTICLE_ENTITIES, with(id, values(ARTICLE_ENTITIES, entity)));
    }
    if (line.hasNonNull("copyOf")) {
      List<Object> row = values(COPIES, line);
      List<Object> evidence = values(COPIES, line.path("evidence").path("copy"));
      for (int i = 0; i < row.size(); i++) {
        row.set(i, row.get(i) == null ? evidence.get(i) : row.get(i));
      }
      add(COPIES, row);
    }
  }

  private void story(JsonNode story) throws IOException {
    row(STORIES, story);
    long position = 0;
    for (JsonNode article : story.path("articleIds")) {
      add(STORY_ARTICLES, List.of(story.path("storyId").asText(), position++, article.asText()));
    }
  }

  private void row(Table table, JsonNode line) throws IOException {
    add(table, values(table, line));
  }

  private static List<Object> with(String articleId, List<Object> row) {
    row.set(0, articleId);
    return row;
  }

  private void add(Table table, List<Object> row) throws IOException {
    writers.get(table).write(row);
    rows.merge(table, 1L, Long::sum);
  }

  private static List<Object> values(Table table, JsonNode line) {
    List<Object> row = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      JsonNode value = line.path(column.name());
      row.add(value.isNull() || value.isMissingNode() ? null : value(column.type(), value));
    }
    return row;
  }

  private static Object value(Table.Type type, JsonNode value) {
    return switch (type) {
      case TEXT -> value.asText();
      case TIME -> Instant.parse(value.asText());
      case WHOLE -> value.asLong();
      case NUMBER -> value.asDouble();
      case FLAG -> value.asBoolean();
    };
  }

  /** What is done with a line. */
  private interface LineUser {
    void take(long number, JsonNode line) throws IOException;
  }

  private void eachLine(String name, LineUser user) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IOException("unable to read " + file + ", expected the directory of a replay");
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        user.take(number++, JSON.readTree(line));
      }
    }
  }
}
