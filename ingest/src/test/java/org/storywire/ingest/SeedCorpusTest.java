package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;

/** Reads five real pages, where the directory that holds them is present. */
class SeedCorpusTest {

  @Test
  void shouldReadPagesWithTheirDatesWhenCorpusIsPresent() throws IOException {
    // Given
    Optional<Path> corpus = corpus();
    assumeTrue(corpus.isPresent(), "no seed corpus: set storywire.shared or STORYWIRE_SHARED");
    List<Delivery> read = ArticleSource.readAll(List.of(corpus.get()), Deliveries.CLOCK);

    // When
    List<Delivery> fed = EventTimeOrder.sort(new CorpusClock(Deliveries.NOW).set(read));

    // Then
    assertThat(Deliveries.ids(fed))
        .extracting(id -> id.substring(0, 3))
        .containsExactly("004", "001", "002", "000", "003");
    assertThat(fed.stream().map(Deliveries::article))
        .extracting(RawArticle::getSource)
        .containsExactly("politico.com", "unknown", "daily8.com", "moneycontrol.com", "unknown");
    assertThat(((Delivery.Found) fed.get(2)).eventAt()).isEqualTo("2025-08-16T18:00:00Z");
    assertThat(fed.stream().map(Deliveries::article))
        .allSatisfy(
            article -> {
              assertThat(article.getTitle()).isNull();
              assertThat(article.getBody()).hasSizeGreaterThan(2_000);
            });
  }

  private static Optional<Path> corpus() {
    Stream<Path> named =
        Stream.of(System.getProperty("storywire.shared"), System.getenv("STORYWIRE_SHARED"))
            .filter(place -> place != null)
            .map(Path::of);
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared"));
    return Stream.concat(named, above)
        .map(place -> place.resolve("seed-corpus"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
