package org.storywire.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadCommandTest {

  private static final String RSS =
      """
      <rss version="2.0"><channel><title>Harbour</title>
      <item><title>Ferry freed</title><link>/ferry</link><pubDate>Fri, 14 Mar 2025 09:00 EST</pubDate></item>
      <item><title>Tide</title><pubDate>soon</pubDate></item>
      </channel></rss>
      """;

  @TempDir private Path directory;

  private int exit;
  private String error;

  @Test
  void shouldPrintFetchedBesideDerivedForEachEntryOfFeed() throws IOException {
    // When
    List<JsonNode> lines = read(file("news.xml", RSS), "--base", "https://www.paper.example/rss");

    // Then
    assertThat(exit).isZero();
    assertThat(lines).hasSize(2);
    JsonNode first = lines.get(0);
    assertThat(first.get("kind").asText()).isEqualTo("feed");
    assertThat(first.at("/fetched/link").asText()).isEqualTo("https://www.paper.example/ferry");
    assertThat(first.at("/fetched/published").asText()).isEqualTo("Fri, 14 Mar 2025 09:00 EST");
    assertThat(first.at("/derived/publishedAt").asText()).isEqualTo("2025-03-14T14:00:00Z");
    assertThat(first.at("/derived/source").asText()).isEqualTo("paper.example");
    assertThat(first.at("/derived/body").asText()).isEqualTo("Ferry freed");
    assertThat(first.at("/derived/extra/feed").asText()).isEqualTo("Harbour");
    JsonNode second = lines.get(1);
    assertThat(second.at("/fetched/published").asText()).isEqualTo("soon");
    assertThat(second.at("/derived/publishedAt").isMissingNode()).isTrue();
  }

  @Test
  void shouldUnpackFiles() throws IOException {
    // Given
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(RSS.getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(directory.resolve("news.xml.gz"), packed.toByteArray());

    // When
    List<JsonNode> lines = read(file.toString());

    // Then
    assertThat(lines).hasSize(2);
  }

  @Test
  void shouldTellKindsApartByContent() throws IOException {
    // Given
    String sitemap = file("a", "<urlset><url><loc>https://paper.example/1</loc></url></urlset>");
    String list =
        file("b", "<opml><body><outline text='X' xmlUrl='https://x.example/'/></body></opml>");
    String page = file("c", "<!DOCTYPE html><title>Ferry freed</title><article><p>Free.</article>");
    String articles = file("d.jsonl", "{\"id\": \"1\", \"body\": \"Text\"}\nbroken\n");

    // When
    List<JsonNode> lines = read(sitemap, list, page, articles);

    // Then
    assertThat(lines)
        .extracting(line -> line.get("kind").asText())
        .containsExactly("sitemap", "opml", "page", "article", "dead-letter");
    assertThat(lines.get(2).at("/derived/title").asText()).isEqualTo("Ferry freed");
  }

  @Test
  void shouldAskForContactBeforeFetching() {
    // When
    read("https://paper.example/");

    // Then
    assertThat(exit).isEqualTo(1);
    assertThat(error).contains("fetch.contact");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private List<JsonNode> read(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    exit =
        new CommandLine(new ReadCommand(Map.of()))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    error = err.toString();
    return out.toString().lines().map(ReadCommandTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException("not JSON: " + line, e);
    }
  }
}
