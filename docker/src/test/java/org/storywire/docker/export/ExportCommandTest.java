package org.storywire.docker.export;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir private Path directory;
  private Path out;

  @BeforeEach
  void writeReplay() throws Exception {
    out = directory.resolve("out");
    lines(
        "articles.jsonl",
        """
        {"articleId":"a1","nativeId":"wire-1","source":"wire.example","title":"Pier shut, \\"for good\\"","language":"en","publishedAt":"2026-03-02T12:00:00Z","eventAt":"2026-03-02T12:00:00Z","late":false,"verdict":"original","relation":"none","revision":0,"storyId":"s-a1","pageKind":null,"copyOf":null,"topics":[{"code":"medtop:1","label":"weather","score":0.5,"implied":false}],"entities":[{"name":"Ostrel","kind":"PLACE","count":2}],"evidence":{"copy":null}}
        {"articleId":"a2","nativeId":"post-1","source":"post.example","title":"","language":"en","publishedAt":null,"eventAt":"2026-03-02T13:00:00Z","late":true,"verdict":"copy","relation":"none","revision":0,"storyId":"s-a1","pageKind":null,"copyOf":"wire-1","copyGroup":"wire-1","topics":[],"entities":[],"evidence":{"copy":{"containment":0.75,"jaccard":0.5,"lagMs":3600000,"passage":"the pier"}}}
        {"articleId":"a1","nativeId":"wire-1","verdict":"unchanged","topics":[],"entities":[],"evidence":{"copy":null}}
        """);
    lines(
        "stories.jsonl",
        """
        {"storyId":"s-a1","revision":2,"state":"OPEN","redirectTo":null,"edition":"en","headline":"Pier shut","firstAt":"2026-03-02T12:00:00Z","lastAt":"2026-03-02T13:00:00Z","articles":2,"independent":1,"copies":1,"articleIds":["a1","a2"]}
        """);
    lines(
        "story-updates.jsonl",
        """
        {"eventId":"e1","storyId":"s-a1","revision":1,"kind":"OPENED","at":"2026-03-02T12:00:00Z","edition":"en","headline":"Pier shut","articleId":"a1","source":"wire.example","url":null,"copyOf":null,"otherStoryId":null,"material":true,"late":false,"articles":1,"independent":1,"copies":0}
        """);
  }

  @Test
  void shouldWriteOneRowAnArticleWhenFormatIsCsv() throws Exception {
    // When
    int code = export("csv");

    // Then
    assertThat(code).isZero();
    assertThat(Files.readAllLines(out.resolve("articles.csv")))
        .containsExactly(
            "articleId,nativeId,source,title,language,publishedAt,eventAt,late,verdict,relation,"
                + "revision,storyId,pageKind",
            "a1,wire-1,wire.example,\"Pier shut, \"\"for good\"\"\",en,2026-03-02T12:00:00Z,"
                + "2026-03-02T12:00:00Z,false,original,none,0,s-a1,",
            "a2,post-1,post.example,\"\",en,,2026-03-02T13:00:00Z,true,copy,none,0,s-a1,");
    assertThat(Files.readAllLines(out.resolve("copies.csv")))
        .element(1)
        .isEqualTo("a2,post-1,wire-1,wire-1,0.75,0.5,3600000,the pier");
    assertThat(Files.readAllLines(out.resolve("story_articles.csv")))
        .containsExactly("storyId,position,articleId", "s-a1,0,a1", "s-a1,1,a2");
  }

  @Test
  void shouldWriteOneObjectARowWhenFormatIsJsonLines() throws Exception {
    // When
    export("jsonl");

    // Then
    assertThat(Files.readAllLines(out.resolve("article_topics.jsonl")))
        .containsExactly(
            "{\"articleId\":\"a1\",\"code\":\"medtop:1\",\"label\":\"weather\",\"score\":0.5,"
                + "\"implied\":false}");
  }

  @Test
  void shouldKeepTypesAndNullsWhenFormatIsParquet() throws Exception {
    // When
    export("parquet");

    // Then
    assertThat(rows("updates"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("at", NOON.toEpochMilli())
                    .containsEntry("revision", 1L)
                    .containsEntry("material", true)
                    .containsEntry("headline", "Pier shut"));
    assertThat(rows("articles").get(1).get("publishedAt")).isNull();
    assertThat(
            ParquetReader.readMetadata(out.resolve("updates.parquet").toFile())
                .getFileMetaData()
                .getSchema()
                .toString())
        .contains("optional int64 at (TIMESTAMP(MILLIS,true))");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(ReplayTables.ALL.size());
    }
  }

  @Test
  void shouldNameTheFileWhenDirectoryHoldsNoReplay() throws Exception {
    // Given
    Files.delete(directory.resolve("stories.jsonl"));
    StringWriter error = new StringWriter();

    // When
    int code =
        new CommandLine(new ExportCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setErr(new PrintWriter(error, true))
            .execute("--from", directory.toString(), "--out", out.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(error.toString()).contains("stories.jsonl, expected the directory of a replay");
  }

  private int export(String format) {
    return new CommandLine(new ExportCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(new StringWriter()))
        .execute("--from", directory.toString(), "--format", format, "--out", out.toString());
  }

  private List<Map<String, Object>> rows(String table) throws Exception {
    Hydrator<Map<String, Object>, Map<String, Object>> toMap =
        new Hydrator<>() {
          @Override
          public Map<String, Object> start() {
            return new TreeMap<>();
          }

          @Override
          public Map<String, Object> add(Map<String, Object> row, String name, Object value) {
            row.put(name, value);
            return row;
          }

          @Override
          public Map<String, Object> finish(Map<String, Object> row) {
            return row;
          }
        };
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(
            out.resolve(table + ".parquet").toFile(), HydratorSupplier.constantly(toMap))) {
      return rows.toList();
    }
  }

  private void lines(String name, String lines) throws Exception {
    Files.writeString(directory.resolve(name), lines);
  }
}
