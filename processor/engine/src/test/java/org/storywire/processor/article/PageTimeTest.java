package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.article.Pages.RECEIVED;
import static org.storywire.processor.article.Pages.main;
import static org.storywire.processor.article.Pages.page;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a page was published, by its source or by its text. */
class PageTimeTest {

  @Test
  void shouldTakeArrivalAsEventTimeWhenPublicationLiesInTheFuture() {
    // Given
    Instant future = RECEIVED.plusSeconds(86_400);
    RawPage page = page("p1", "Tide tables", "High water comes at noon on every day.", future);

    // When
    CleanArticle article = main(page, new HeapSourceMemory());

    // Then
    assertThat(article.eventAt()).isEqualTo(RECEIVED);
    assertThat(article.publishedAt()).contains(future);
  }

  @Test
  void shouldIgnoreDateInTextWhenPublicationTimeIsGiven() {
    // Given
    Instant given = Instant.parse("2024-05-01T08:00:00Z");
    RawPage page =
        page("p1", "Tide tables", "April 2, 2024\nHigh water comes at noon on every day.", given);

    // When
    CleanArticle article = main(page, new HeapSourceMemory());

    // Then
    assertThat(article.eventAt()).isEqualTo(given);
    assertThat(article.body()).isEqualTo("High water comes at noon on every day.");
  }

  @Test
  void shouldReadRelativeTimeWhenNothingElseDatesThePage() {
    // Given
    String body = "Tide tables change\n3 hours ago\nHigh water comes at noon on every day.";

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.publishedAt()).contains(RECEIVED.minusSeconds(3 * 3600));
    assertThat(article.body()).isEqualTo("High water comes at noon on every day.");
  }
}
