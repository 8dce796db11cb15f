package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.RawArticle;

class ArticleSourceTest {

  @TempDir private Path directory;

  @Test
  void shouldTakeWholeFileAsBodyWhenItIsText() throws IOException {
    // Given
    write("001_bridge.txt", "HARBOUR POST\n\nBridge shut\nThe bridge is shut.\n");

    // When
    RawArticle article = Deliveries.article(readAll().get(0));

    // Then
    assertThat(article.getNativeId()).isEqualTo("001_bridge");
    assertThat(article.getTitle()).isNull();
    assertThat(article.getBody()).isEqualTo("HARBOUR POST\n\nBridge shut\nThe bridge is shut.\n");
    assertThat(article.getSource()).isEqualTo("unknown");
    assertThat(article.getPublishedAt()).isNull();
    assertThat(article.getOrigin()).isEqualTo("001_bridge.txt");
  }

  @Test
  void shouldReadManifestBesideWhenThereIsOne() throws IOException {
    // Given
    write("a.txt", "A");
    write("b.txt", "B");
    write("c.txt", "C");
    write("d.txt", "D");
    write(
        "manifest.tsv",
        """
        file\tpublished\tsource\turl
        c.txt\t2026-03-04T10:00:00Z\tharbour-post.example\thttps://harbour-post.example/c
        a.txt\t2026-03-03\t\thttps://www.tide-times.example/a
        b.txt
        """);

    // When
    List<RawArticle> articles = readAll().stream().map(Deliveries::article).toList();

    // Then
    assertThat(articles).extracting(RawArticle::getNativeId).containsExactly("a", "b", "c", "d");
    assertThat(articles)
        .extracting(RawArticle::getSource)
        .containsExactly("tide-times.example", "unknown", "harbour-post.example", "unknown");
    assertThat(articles.get(0).getPublishedAt()).isEqualTo("2026-03-03T00:00:00Z");
    assertThat(articles.get(1).getPublishedAt()).isNull();
    assertThat(articles.get(2).getPublishedAt()).isEqualTo("2026-03-04T10:00:00Z");
    assertThat(articles.get(2).getUrl()).isEqualTo("https://harbour-post.example/c");
  }

  @Test
  void shouldTakeColumnsByNameWhenManifestHasOthers() throws IOException {
    // Given
    write("a.txt", "A");
    write("manifest.tsv", "\uFEFFreceived\tFile\tdesk\r\n2026-03-05\ta.txt\tlocal\r\n");

    // When
    RawArticle article = Deliveries.article(readAll().get(0));

    // Then
    assertThat(article.getReceivedAt()).isEqualTo("2026-03-05T00:00:00Z");
    assertThat(article.getExtra()).isEqualTo(Map.of("desk", "local"));
  }

  @Test
  void shouldReportRowsAndGoOnWhenManifestIsWrong() throws IOException {
    // Given
    write("a.txt", "A");
    write(
        "manifest.tsv",
        "file\tpublished\ngone.txt\t2026-03-04\na.txt\t2026-03-04\textra\na.txt\na.txt\n\t2026\n");

    // When
    List<Delivery> deliveries = readAll();

    // Then
    assertThat(Deliveries.ids(deliveries)).containsExactly("a", "bad", "bad", "bad", "bad");
    assertThat(deliveries.stream().skip(1).map(Deliveries::bad))
        .extracting(Delivery.Bad::line)
        .containsExactly(2L, 3L, 5L, 6L);
    assertThat(Deliveries.bad(deliveries.get(1)).reason())
        .isEqualTo("manifest row names 'gone.txt', expected a file of its directory");
    assertThat(Deliveries.bad(deliveries.get(2)).reason())
        .isEqualTo("manifest row 3 cells, expected at most 2");
  }

  @Test
  void shouldReadFilesAllTheSameWhenManifestHasNoFileColumn() throws IOException {
    // Given
    write("a.txt", "A");
    write("manifest.tsv", "name\tpublished\na.txt\t2026-03-04\n");

    // When
    List<Delivery> deliveries = readAll();

    // Then
    assertThat(Deliveries.ids(deliveries)).containsExactly("a", "bad");
    assertThat(Deliveries.bad(deliveries.get(1)).line()).isEqualTo(1);
  }

  @Test
  void shouldReadInNameOrderWhenKindsAreMixed() throws IOException {
    // Given
    write("d.json", "{\"id\":\"4\",\"body\":\"x\"}");
    write("b.jsonl", "{\"id\":\"2\",\"body\":\"x\"}\n{\"id\":\"3\",\"body\":\"x\"}\n");
    write("a/one.txt", "x");
    write("e.ndjson.gz", gzip("{\"id\":\"5\",\"body\":\"x\"}\n"));
    write("f.txt.gz", gzip("Six\n"));
    write("labels.tsv", "article\tstory\n");
    write(".hidden.txt", "x");

    // When
    List<Delivery> deliveries = readAll();

    // Then
    assertThat(Deliveries.ids(deliveries)).containsExactly("one", "2", "3", "4", "5", "f");
    assertThat(Deliveries.article(deliveries.get(0)).getOrigin()).isEqualTo("a/one.txt");
    assertThat(Deliveries.article(deliveries.get(5)).getBody()).isEqualTo("Six\n");
  }

  @Test
  void shouldReadNextFileWhenGzipIsCutOff() throws IOException {
    // Given
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"body\":\"").append(random.nextLong());
      lines.append("\"}\n");
    }
    byte[] whole = gzip(lines.toString());
    write("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    write("b.jsonl.gz", "this is not gzip".getBytes(StandardCharsets.UTF_8));
    write("c.jsonl.gz", new byte[0]);
    write("d.txt.gz", Arrays.copyOf(whole, whole.length / 2));
    write("e.jsonl", "{\"id\":\"next\",\"body\":\"x\"}");

    // When
    List<Delivery> deliveries = readAll();

    // Then
    List<Delivery.Bad> bad =
        deliveries.stream().filter(Delivery.Bad.class::isInstance).map(Deliveries::bad).toList();
    int good = deliveries.size() - bad.size() - 1;
    assertThat(good).isBetween(100, 1_900);
    assertThat(bad)
        .extracting(Delivery.Bad::file)
        .containsExactly("a.jsonl.gz", "b.jsonl.gz", "c.jsonl.gz", "d.txt.gz");
    assertThat(Deliveries.ids(deliveries).subList(0, good))
        .isEqualTo(IntStream.range(0, good).mapToObj(Integer::toString).toList());
    assertThat(bad.get(0).line()).isEqualTo(good + 1);
    assertThat(bad.get(0).reason()).startsWith("compressed data is cut off or damaged");
    assertThat(Deliveries.ids(deliveries)).endsWith("next");
  }

  @Test
  void shouldBeBadWhenTextFileIsLargerThanAPage() throws IOException {
    // Given
    write("a.txt", new byte[TextFileReader.LONGEST_FILE + 1]);

    // When
    List<Delivery> deliveries = readAll();

    // Then
    assertThat(Deliveries.bad(deliveries.get(0)).reason()).contains("16777216");
    assertThat(Deliveries.bad(deliveries.get(0)).bytes().get()).hasSize(Delivery.Bad.MOST_BYTES);
  }

  @Test
  void shouldReadAsPageWhenGivenFileHasAnotherName() throws IOException {
    // Given
    write("page.html", "<p>x</p>");
    write("manifest.tsv", "file\tsource\npage.html\twire.example\n");

    // When
    List<Delivery> deliveries =
        ArticleSource.readAll(List.of(directory.resolve("page.html")), Deliveries.CLOCK);

    // Then
    assertThat(deliveries).hasSize(1);
    assertThat(Deliveries.article(deliveries.get(0)).getNativeId()).isEqualTo("page");
    assertThat(Deliveries.article(deliveries.get(0)).getSource()).isEqualTo("wire.example");
  }

  @Test
  void shouldReadStandardInputWhenPlaceIsDash() throws IOException {
    // Given
    write("a.txt", "x");
    byte[] lines = "{\"id\":\"in\",\"body\":\"x\"}\noops\n".getBytes(StandardCharsets.UTF_8);
    List<Path> places = List.of(ArticleSource.STANDARD_INPUT, directory);

    // When
    try (ArticleSource source =
        ArticleSource.open(places, new ByteArrayInputStream(lines), Deliveries.CLOCK)) {
      // Then
      assertThat(Deliveries.article(source.next()).getOrigin()).isEqualTo("-:1");
      assertThat(Deliveries.bad(source.next()).file()).isEqualTo("-");
      assertThat(Deliveries.article(source.next()).getNativeId()).isEqualTo("a");
      assertThat(source.hasNext()).isFalse();
      assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void shouldNamePlaceWhenItDoesNotExist() {
    // Given
    Path nowhere = directory.resolve("nowhere");

    // When / Then
    assertThatThrownBy(() -> ArticleSource.open(List.of(nowhere), Deliveries.CLOCK))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void shouldGiveNothingWhenDirectoryIsEmpty() throws IOException {
    assertThat(readAll()).isEmpty();
  }

  private List<Delivery> readAll() throws IOException {
    return ArticleSource.readAll(List.of(directory), Deliveries.CLOCK);
  }

  private void write(String name, String content) throws IOException {
    write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
