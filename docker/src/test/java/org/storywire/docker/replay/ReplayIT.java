package org.storywire.docker.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.EchoProcessor;

class ReplayIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FEED =
      """
      {"id":"late","published":"2012-03-02T00:00:00Z","received":"2012-03-09T00:00:00Z","source":"gazette.example","title":"An old minute turns up","body":"The minute of the meeting was found."}
      {"id":"first","published":"2012-03-04T08:00:00Z","source":"ledger.example","title":"Ferry runs aground","body":"The ferry ran aground at dawn."}
      not an article
      {"id":"copy","published":"2012-03-05T08:00:00Z","source":"post.example","title":"Ferry aground","copyOf":"first","body":"The ferry ran aground at dawn."}
      {"id":"bad","published":"2012-03-06T08:00:00Z","source":"post.example","title":"Poisoned","poison":"yes","body":"Text."}
      """;

  @TempDir private Path directory;

  @Test
  void shouldWriteEveryResultWhenFeedHasBadLinesAndCopies() throws Exception {
    // Given
    Path in = Files.writeString(directory.resolve("feed.jsonl"), FEED);
    Path out = directory.resolve("out");

    // When
    replay(Duration.ofSeconds(60)).run(List.of(in), out, nowhere());

    // Then
    List<JsonNode> articles = lines(out.resolve("articles.jsonl"));
    assertThat(articles)
        .extracting(line -> line.get("id").asText())
        .containsExactly("first", "copy", "late");
    JsonNode copy = articles.get(1);
    assertThat(copy.get("verdict").asText()).isEqualTo("copy");
    assertThat(copy.get("copyOf").asText()).isEqualTo("first");
    assertThat(copy.get("copyGroup").asText()).isEqualTo("first");
    assertThat(copy.get("story").asText()).isEqualTo("s-first");
    assertThat(articles.get(0).get("copyGroup").asText()).isEqualTo("first");
    assertThat(lines(out.resolve("story-updates.jsonl"))).hasSize(3);
    assertThat(lines(out.resolve("stories.jsonl"))).hasSize(2);
    assertThat(lines(out.resolve("dead-letters.jsonl")))
        .extracting(line -> line.get("stage").asText())
        .containsExactlyInAnyOrder("ingest", "processor");
    assertThat(Files.readString(out.resolve("copies.tsv")))
        .isEqualTo("article\tgroup\nfirst\tfirst\ncopy\tfirst\nlate\tlate\n");
    JsonNode summary = JSON.readTree(out.resolve("summary.json").toFile());
    assertThat(summary.get("articles").asInt()).isEqualTo(3);
    assertThat(summary.get("deadLetters").asInt()).isEqualTo(2);
  }

  @Test
  void shouldGiveOneDigestWhenInputIsReplayedTwice() throws Exception {
    // Given
    Path in = Files.writeString(directory.resolve("feed.jsonl"), FEED);

    // When
    replay(Duration.ofSeconds(60)).run(List.of(in), directory.resolve("one"), nowhere());
    replay(Duration.ofSeconds(60)).run(List.of(in), directory.resolve("two"), nowhere());

    // Then
    assertThat(ReplayedArticle.digest(directory.resolve("one")))
        .hasSize(64)
        .isEqualTo(ReplayedArticle.digest(directory.resolve("two")));
    assertThat(ReplayDiff.of(directory.resolve("one"), directory.resolve("two"))).isEmpty();
  }

  @Test
  void shouldSayWhatIsMissingWhenArticleEndsNowhere() throws Exception {
    // Given
    Path in =
        Files.writeString(
            directory.resolve("feed.jsonl"),
            "{\"id\":\"lost\",\"published\":\"2012-03-04\",\"swallow\":\"yes\",\"body\":\"Gone.\"}\n");

    // When
    Throwable failure =
        catchThrowable(
            () ->
                replay(Duration.ofSeconds(1))
                    .run(List.of(in), directory.resolve("out"), nowhere()));

    // Then
    assertThat(failure)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no progress")
        .hasMessageContaining("feed.jsonl");
  }

  private static Replay replay(Duration patience) {
    return new Replay(EchoProcessor::new, 2, Map.of(), patience);
  }

  private static PrintStream nowhere() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(
            line -> {
              try {
                return JSON.readTree(line);
              } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + line, e);
              }
            })
        .toList();
  }
}
