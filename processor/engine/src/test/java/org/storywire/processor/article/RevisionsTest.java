package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.article.Pages.at;
import static org.storywire.processor.article.Pages.main;

import org.junit.jupiter.api.Test;

class RevisionsTest {

  private static final String URL = "https://echo.example/live/harbour";

  private static final String BRIDGE =
      "The harbour bridge closed after a barge damaged two concrete pillars early Thursday.\n"
          + "Engineers expect several weeks of repair work before traffic returns, officials said.";

  private static final String ORCHARD =
      "Apple growers throughout the northern valley fear their smallest harvest in a decade.\n"
          + "Frost destroyed blossoms during three nights in April, according to the growers' union.";

  @Test
  void shouldBeUnchangedWhenOnlyPunctuationAndCaseDiffer() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    CleanArticle first = main(at(URL, BRIDGE), memory);

    // When
    CleanArticle again = main(at(URL, BRIDGE.replace(",", "").replace("The", "THE")), memory);

    // Then
    assertThat(again.unchanged()).isTrue();
    assertThat(again.revision()).isZero();
    assertThat(again.textHash()).isEqualTo(first.textHash());
    assertThat(again.previousTextHash()).isEmpty();
  }

  @Test
  void shouldCountRevisionsWhenTextChanges() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    CleanArticle first = main(at(URL, BRIDGE), memory);
    CleanArticle second = main(at(URL, BRIDGE.replace("two", "three")), memory);

    // When
    CleanArticle third = main(at(URL, BRIDGE.replace("two", "four")), memory);

    // Then
    assertThat(first.revision()).isZero();
    assertThat(second.revision()).isEqualTo(1);
    assertThat(third.revision()).isEqualTo(2);
    assertThat(third.unchanged()).isFalse();
    assertThat(third.articleId()).isEqualTo(first.articleId());
    assertThat(third.previousTextHash()).contains(second.textHash());
  }

  @Test
  void shouldOpenNewArticleWhenAddressCarriesAnotherText() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    CleanArticle bridge = main(at(URL, BRIDGE), memory);

    // When
    CleanArticle orchard = main(at(URL, ORCHARD), memory);

    // Then
    assertThat(orchard.articleId()).isNotEqualTo(bridge.articleId());
    assertThat(orchard.revision()).isZero();
    assertThat(orchard.unchanged()).isFalse();
  }

  @Test
  void shouldFollowBothArticlesWhenAddressAlternates() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    CleanArticle bridge = main(at(URL, BRIDGE), memory);
    CleanArticle orchard = main(at(URL, ORCHARD), memory);

    // When
    CleanArticle revised = main(at(URL, ORCHARD.replace("three", "four")), memory);
    CleanArticle bridgeAgain = main(at(URL, BRIDGE), memory);
    CleanArticle orchardAgain = main(at(URL, ORCHARD.replace("three", "four")), memory);

    // Then
    assertThat(revised.articleId()).isEqualTo(orchard.articleId());
    assertThat(revised.revision()).isEqualTo(1);
    assertThat(bridgeAgain.articleId()).isEqualTo(bridge.articleId());
    assertThat(bridgeAgain.unchanged()).isTrue();
    assertThat(orchardAgain.unchanged()).isTrue();
  }

  @Test
  void shouldBeRevisionWhenBriefGrowsIntoReport() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    CleanArticle brief = main(at(URL, BRIDGE.lines().findFirst().orElseThrow()), memory);

    // When
    CleanArticle report = main(at(URL, BRIDGE + "\n" + ORCHARD), memory);

    // Then
    assertThat(report.articleId()).isEqualTo(brief.articleId());
    assertThat(report.revision()).isEqualTo(1);
  }
}
