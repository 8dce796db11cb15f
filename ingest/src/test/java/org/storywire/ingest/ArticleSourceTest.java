package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.RawArticle;

class ArticleSourceTest {

  private FeedDirectory feed;

  @BeforeEach
  void create(@TempDir Path directory) {
    feed = new FeedDirectory(directory);
  }

  @Test
  void shouldTakeWholeFileAsBodyWhenItIsText() throws IOException {
    // Given
    feed.write("001_bridge.txt", "HARBOUR POST\n\nBridge shut\nThe bridge is shut.\n");

    // When
    RawArticle article = Deliveries.article(feed.readAll().get(0));

    // Then
    assertThat(article.getNativeId()).isEqualTo("001_bridge");
    assertThat(article.getTitle()).isNull();
    assertThat(article.getBody()).isEqualTo("HARBOUR POST\n\nBridge shut\nThe bridge is shut.\n");
    assertThat(article.getSource()).isEqualTo("unknown");
    assertThat(article.getPublishedAt()).isNull();
    assertThat(article.getOrigin()).isEqualTo("001_bridge.txt");
  }

  @Test
  void shouldReadInNameOrderWhenKindsAreMixed() throws IOException {
    // Given
    feed.write("d.json", "{\"id\":\"4\",\"body\":\"x\"}");
    feed.write("b.jsonl", "{\"id\":\"2\",\"body\":\"x\"}\n{\"id\":\"3\",\"body\":\"x\"}\n");
    feed.write("a/one.txt", "x");
    feed.write("e.ndjson.gz", FeedDirectory.gzip("{\"id\":\"5\",\"body\":\"x\"}\n"));
    feed.write("f.txt.gz", FeedDirectory.gzip("Six\n"));
    feed.write("labels.tsv", "article\tstory\n");
    feed.write(".hidden.txt", "x");

    // When
    List<Delivery> deliveries = feed.readAll();

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
    byte[] whole = FeedDirectory.gzip(lines.toString());
    feed.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    feed.write("b.jsonl.gz", "this is not gzip".getBytes(StandardCharsets.UTF_8));
    feed.write("c.jsonl.gz", new byte[0]);
    feed.write("d.txt.gz", Arrays.copyOf(whole, whole.length / 2));
    feed.write("e.jsonl", "{\"id\":\"next\",\"body\":\"x\"}");

    // When
    List<Delivery> deliveries = feed.readAll();

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
  void shouldRefuseRestWhenSomethingElseFollowsCompressedData() throws IOException {
    // Given
    byte[] line = FeedDirectory.gzip("{\"id\":\"1\",\"body\":\"x\"}\n");
    feed.write("garbage.jsonl.gz", joined(line, "<html>".getBytes(StandardCharsets.UTF_8)));
    feed.write(
        "long.jsonl.gz", joined(line, "<html>".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
    feed.write("padded.jsonl.gz", joined(line, new byte[512]));
    feed.write("two.jsonl.gz", joined(line, line));

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(deliveries).filteredOn(Delivery.Found.class::isInstance).hasSize(5);
    assertThat(deliveries)
        .filteredOn(Delivery.Bad.class::isInstance)
        .extracting(bad -> ((Delivery.Bad) bad).file())
        .containsExactly("garbage.jsonl.gz", "long.jsonl.gz");
  }

  @Test
  void shouldFollowNoLinkWhenDirectoryHoldsOne() throws IOException {
    // Given
    feed.write("a.jsonl", "{\"id\":\"1\",\"body\":\"x\"}\n");
    feed.link("b.jsonl", "a.jsonl");
    feed.link("endless.txt", "/dev/zero");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(deliveries).hasSize(1);
  }

  @Test
  void shouldSayWhatIsExpectedWhenDeviceIsGiven() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    assertThatThrownBy(() -> InputFiles.of(Path.of("/dev/zero")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("/dev/zero")
        .hasMessageContaining("expected a file or a directory");
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void shouldBeBadWhenTextFileIsLargerThanAPage() throws IOException {
    // Given
    feed.write("a.txt", new byte[TextFileReader.LONGEST_FILE + 1]);

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(Deliveries.bad(deliveries.get(0)).reason()).contains("16777216");
    assertThat(Deliveries.bad(deliveries.get(0)).bytes().get()).hasSize(Delivery.Bad.MOST_BYTES);
  }

  @Test
  void shouldReadAsPageWhenGivenFileHasAnotherName() throws IOException {
    // Given
    feed.write("page.md", "<p>x</p>");
    feed.write("manifest.tsv", "file\tsource\npage.md\twire.example\n");

    // When
    List<Delivery> deliveries =
        ArticleSource.readAll(List.of(feed.directory().resolve("page.md")), Deliveries.CLOCK);

    // Then
    assertThat(deliveries).hasSize(1);
    assertThat(Deliveries.article(deliveries.get(0)).getNativeId()).isEqualTo("page");
    assertThat(Deliveries.article(deliveries.get(0)).getSource()).isEqualTo("wire.example");
  }

  @Test
  void shouldReadStandardInputWhenPlaceIsDash() throws IOException {
    // Given
    feed.write("a.txt", "x");
    byte[] lines = "{\"id\":\"in\",\"body\":\"x\"}\noops\n".getBytes(StandardCharsets.UTF_8);
    List<Path> places = List.of(ArticleSource.STANDARD_INPUT, feed.directory());

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
    Path nowhere = feed.directory().resolve("nowhere");

    // When / Then
    assertThatThrownBy(() -> ArticleSource.open(List.of(nowhere), Deliveries.CLOCK))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void shouldGiveNothingWhenDirectoryIsEmpty() throws IOException {
    assertThat(feed.readAll()).isEmpty();
  }
}
