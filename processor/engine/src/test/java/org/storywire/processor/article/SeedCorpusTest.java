package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real pages, which are not part of the project; found beside the checkout if at all. */
class SeedCorpusTest {

  private static final Instant RECEIVED = Instant.parse("2025-08-20T00:00:00Z");
  private static final Instant PAGE_002 = Instant.parse("2025-08-16T18:00:00Z");

  private Path directory;

  @BeforeEach
  void findCorpus() {
    Optional<Path> found = shared().map(path -> path.resolve("seed-corpus"));
    assumeTrue(
        found.filter(Files::isDirectory).isPresent(),
        "no seed corpus beside the checkout, nor where storywire.shared or STORYWIRE_SHARED point");
    directory = found.get();
  }

  @Test
  void shouldSplitAggregatorPageWhenItCarriesFourArticles() {
    // Given
    List<CleanArticle> articles = clean("002", "daily8.com", Optional.of(PAGE_002));

    // When
    List<String> titles = articles.stream().map(CleanArticle::title).toList();

    // Then
    assertThat(titles).hasSize(4);
    assertThat(titles.get(0)).startsWith("Trump Tells Europeans");
    assertThat(titles.get(1)).isEqualTo("India welcomes progress in peace talks");
    assertThat(titles.get(2)).contains("National Guard");
    assertThat(titles.get(3)).contains("UN peacekeeping in Lebanon");
    assertThat(articles)
        .extracting(CleanArticle::source)
        .containsExactly("daily8.com", "Hans India", "Indian Express", "Time of India");
    assertThat(articles.get(1).eventAt()).isEqualTo(PAGE_002.minusSeconds(600));
    assertThat(articles.get(3).eventAt()).isEqualTo(PAGE_002.minusSeconds(24 * 60));
  }

  @Test
  void shouldCreditWireThroughBothRepublishersWhenPageNamesThem() {
    // Given
    List<CleanArticle> articles = clean("002", "daily8.com", Optional.of(PAGE_002));

    // When
    List<Credit> credits = articles.get(0).credits();

    // Then
    assertThat(credits)
        .contains(
            new Credit(Credit.Kind.AUTHOR_ADDRESS, "The Wall Street Journal"),
            new Credit(Credit.Kind.VIA, "Hindustan Times"),
            new Credit(Credit.Kind.VIA, "daily8.com"));
  }

  @Test
  void shouldKeepFurnitureAndOtherTextsOutWhenMainArticleIsTaken() {
    // Given
    List<CleanArticle> articles = clean("002", "daily8.com", Optional.of(PAGE_002));

    // When
    String main = articles.get(0).body();

    // Then
    assertThat(main)
        .doesNotContain(
            "logo",
            "background",
            "AI Features",
            "Daily8",
            "omments",
            "wsj.com",
            "National Guard",
            "UNIFIL",
            "India",
            "hours ago");
    assertThat(main.split("\n\n")).hasSizeGreaterThan(20);
    assertThat(articles.get(3).body()).doesNotContain("the app", "Download", "Daily8");
  }

  @Test
  void shouldReadDateLineWhenItIsInTwoLanguages() {
    // Given
    CleanArticle article = clean("001", RawPage.UNKNOWN_SOURCE, Optional.empty()).get(0);

    // When
    Optional<Instant> published = article.publishedAt();

    // Then
    assertThat(published).contains(Instant.parse("2025-08-16T00:00:00Z"));
    assertThat(article.credits())
        .containsExactly(
            new Credit(Credit.Kind.BYLINE, "Agustina Blanco"),
            new Credit(Credit.Kind.REPORTED_BY, "The Wall Street Journal"));
    assertThat(article.body()).startsWith("U.S. President");
  }

  @Test
  void shouldDropTrailingSiteLinesWhenOnePageAloneShowsThem() {
    // Given
    CleanArticle first = clean("000", "moneycontrol.com", Optional.empty()).get(0);
    CleanArticle last = clean("004", "politico.com", Optional.empty()).get(0);

    // When
    String text = first.body() + "\n\n" + last.body();

    // Then
    assertThat(text).doesNotContain("Discover the", "Find the best", "Stay on top", "Comments");
    assertThat(first.furniture()).hasSize(3);
    assertThat(last.furniture()).containsExactly("Comments");
    assertThat(first.body()).contains("Next steps and potential risks").endsWith("vague promises.");
  }

  @Test
  void shouldFindHeadlineWhenOneStandsAboveTheText() {
    // Given
    CleanArticle article = clean("003", RawPage.UNKNOWN_SOURCE, Optional.empty()).get(0);

    // When
    String title = article.title();

    // Then
    assertThat(title).startsWith("Trump and European Allies Push").endsWith("Peace Talks");
    assertThat(article.body()).startsWith("In a critical meeting");
    assertThat(article.furniture()).isEmpty();
  }

  private List<CleanArticle> clean(String number, String source, Optional<Instant> published) {
    RawPage page =
        new RawPage(
            source, number, Optional.empty(), Optional.empty(), read(number), published, RECEIVED);
    Cleaned cleaned = new PageCleaner(ArticleConfig.defaults()).clean(page, new HeapSourceMemory());
    return ((Cleaned.Clean) cleaned).articles();
  }

  private String read(String number) {
    try (Stream<Path> files = Files.list(directory)) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith(number))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("unable to read seed article " + number, e);
    }
  }

  private static Optional<Path> shared() {
    Optional<String> named =
        Optional.ofNullable(System.getProperty("storywire.shared"))
            .or(() -> Optional.ofNullable(System.getenv("STORYWIRE_SHARED")));
    if (named.isPresent()) {
      return named.map(Path::of);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path shared = at.resolve("shared");
      if (Files.isDirectory(shared)) {
        return Optional.of(shared);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }
}
