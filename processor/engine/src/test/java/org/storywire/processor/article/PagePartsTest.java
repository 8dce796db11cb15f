package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePartsTest {

  private static final Line TEXT = Line.of("The ferry to Holm was late again, and nobody minded.");

  private static Optional<PageParts.Part> part(String url, String title, Line... lines) {
    RawPage page =
        new RawPage(
            "paper.example",
            "1",
            Optional.of(url),
            Optional.of(title),
            "…",
            Optional.empty(),
            Instant.parse("2026-03-02T08:00:00Z"));
    return PageParts.of(page, Optional.of(Line.of(title)), List.of(lines));
  }

  @ParameterizedTest
  @CsvSource({
    "https://paper.example/2026/the-late-ferry-to-holm/2, 2,"
        + " https://paper.example/2026/the-late-ferry-to-holm",
    "https://paper.example/the-late-ferry-to-holm/page/3/, 3,"
        + " https://paper.example/the-late-ferry-to-holm",
    "https://paper.example/die-faehre-nach-holm/seite-2, 2,"
        + " https://paper.example/die-faehre-nach-holm",
    "https://paper.example/die-faehre-nach-holm/komplettansicht, 0,"
        + " https://paper.example/die-faehre-nach-holm",
    "https://paper.example/the-late-ferry-to-holm?page=2, 2,"
        + " https://paper.example/the-late-ferry-to-holm",
    "https://paper.example/read.php?id=40117&page=2, 2, https://paper.example/read.php?id=40117",
    "https://paper.example/article-865629124.html?pg=all, 0,"
        + " https://paper.example/article-865629124.html"
  })
  void shouldFindTheArticleWhenAnAddressNumbersItsPages(String url, int number, String article) {
    // When
    Optional<PageParts.Part> part = part(url, "The late ferry", TEXT);

    // Then
    assertThat(part).contains(new PageParts.Part(number, Optional.of(article), "The late ferry"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://paper.example/news/page/2",
        "https://paper.example/2026/05/12",
        "https://paper.example/news?page=2",
        "https://paper.example/the-late-ferry-to-holm",
        "https://paper.example/the-late-ferry-to-holm/57",
        "https://paper.example/the-late-ferry-to-holm/amp",
        "https://paper.example/the-late-ferry-to-holm?view=2026"
      })
  void shouldFindNothingWhenAnAddressOnlyLooksLikeIt(String url) {
    // When
    Optional<PageParts.Part> part = part(url, "The late ferry", TEXT);

    // Then
    assertThat(part).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Page 2 of 3",
        "Seite 2 von 3",
        "Página 2 de 3",
        "Страница 2 из 3",
        "第2页/共3页",
        "(2/3)"
      })
  void shouldReadTheNumberWhenALineAtTheEndTells(String line) {
    // When
    Optional<PageParts.Part> part =
        part("https://paper.example/a", "The late ferry", TEXT, Line.of(line));

    // Then
    assertThat(part).contains(new PageParts.Part(2, Optional.empty(), "The late ferry"));
  }

  @Test
  void shouldReadTheNumberWhenTheHeadlineEndsInIt() {
    // When
    Optional<PageParts.Part> part = part("https://paper.example/a", "The late ferry (1/2)", TEXT);

    // Then
    assertThat(part).contains(new PageParts.Part(1, Optional.empty(), "The late ferry"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"They won 2 of 3.", "3 of 2", "Page 2", "2/3", "Room 2 of 3 in the old mill"})
  void shouldReadNothingWhenALineIsText(String line) {
    // When
    Optional<PageParts.Part> part =
        part("https://paper.example/a", "The late ferry", TEXT, Line.of(line));

    // Then
    assertThat(part).isEmpty();
  }
}
