package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.article.Pages.RECEIVED;
import static org.storywire.processor.article.Pages.main;
import static org.storywire.processor.article.Pages.page;

import org.junit.jupiter.api.Test;

/** Which words of a page become its title. */
class PageTitleTest {

  @Test
  void shouldDropHeadlineWhenTextRepeatsTheGivenOne() {
    // Given
    RawPage page =
        page(
            "p1",
            "Council votes to keep the library",
            "Home\nCouncil Votes To Keep The Library\n\nThe council kept the library open by one"
                + " vote on Monday.\n\nReaders cheered.",
            RECEIVED);

    // When
    CleanArticle article = main(page, new HeapSourceMemory());

    // Then
    assertThat(article.body())
        .isEqualTo("The council kept the library open by one vote on Monday.\n\nReaders cheered.");
    assertThat(article.furniture()).containsExactly("Home");
  }

  @Test
  void shouldTakeFirstSentenceAsTitleWhenThereIsNoHeadline() {
    // Given
    String body =
        "The council kept the library open by one vote on Monday. Readers cheered.\n"
            + "The mayor had wanted to sell the building to pay for a new bridge over the harbour.";

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.title())
        .isEqualTo("The council kept the library open by one vote on Monday.");
    assertThat(article.body()).startsWith("The council kept");
  }

  @Test
  void shouldCutTitleAtWordWhenFirstSentenceIsLong() {
    // Given
    String body =
        "The council of the harbour town, which had been divided over the budget for most of the"
            + " year, kept the library open by one vote on Monday. Readers cheered.";

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.title())
        .isEqualTo(
            "The council of the harbour town, which had been divided over the budget for most of"
                + " the year, kept the library open by\u2026");
    assertThat(article.title().length()).isLessThanOrEqualTo(120);
  }

  @Test
  void shouldKeepFirstLineOnlyAsTitleWhenItIsHeadline() {
    // Given
    String body = "Library stays open\nThe council kept the library open by one vote on Monday.";

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.title()).isEqualTo("Library stays open");
    assertThat(article.body())
        .isEqualTo("The council kept the library open by one vote on Monday.");
  }
}
