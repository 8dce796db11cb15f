package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.RawArticle;

/** Text files with a table beside them that says what the files do not. */
class ManifestTest {

  private FeedDirectory feed;

  @BeforeEach
  void create(@TempDir Path directory) {
    feed = new FeedDirectory(directory);
  }

  @Test
  void shouldReadManifestBesideWhenThereIsOne() throws IOException {
    // Given
    feed.write("a.txt", "A");
    feed.write("b.txt", "B");
    feed.write("c.txt", "C");
    feed.write("d.txt", "D");
    feed.write(
        "manifest.tsv",
        """
        file\tpublished\tsource\turl
        c.txt\t2026-03-04T10:00:00Z\tharbour-post.example\thttps://harbour-post.example/c
        a.txt\t2026-03-03\t\thttps://www.tide-times.example/a
        b.txt
        """);

    // When
    List<RawArticle> articles = feed.readAll().stream().map(Deliveries::article).toList();

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
  void shouldQuoteLittleWhenRowsAndHeaderAreEndless() throws IOException {
    // Given
    String endless = "x".repeat(2_000_000);
    feed.write("a.txt", "A");
    feed.write("manifest.tsv", "file\tsource\n" + endless + "\tpost.example\n");
    feed.write("other/manifest.tsv", endless + "\tsource\n");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(deliveries).filteredOn(Delivery.Found.class::isInstance).hasSize(1);
    assertThat(deliveries)
        .filteredOn(Delivery.Bad.class::isInstance)
        .hasSize(2)
        .allSatisfy(bad -> assertThat(((Delivery.Bad) bad).reason()).hasSizeLessThan(1_000));
  }

  @Test
  void shouldTakeColumnsByNameWhenManifestHasOthers() throws IOException {
    // Given
    feed.write("a.txt", "A");
    feed.write("manifest.tsv", "\uFEFFreceived\tFile\tdesk\r\n2026-03-05\ta.txt\tlocal\r\n");

    // When
    RawArticle article = Deliveries.article(feed.readAll().get(0));

    // Then
    assertThat(article.getReceivedAt()).isEqualTo("2026-03-05T00:00:00Z");
    assertThat(article.getExtra()).isEqualTo(Map.of("desk", "local"));
  }

  @Test
  void shouldReportRowsAndGoOnWhenManifestIsWrong() throws IOException {
    // Given
    feed.write("a.txt", "A");
    feed.write(
        "manifest.tsv",
        "file\tpublished\ngone.txt\t2026-03-04\na.txt\t2026-03-04\textra\na.txt\na.txt\n\t2026\n");

    // When
    List<Delivery> deliveries = feed.readAll();

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
    feed.write("a.txt", "A");
    feed.write("manifest.tsv", "name\tpublished\na.txt\t2026-03-04\n");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(Deliveries.ids(deliveries)).containsExactly("a", "bad");
    assertThat(Deliveries.bad(deliveries.get(1)).line()).isEqualTo(1);
  }
}
