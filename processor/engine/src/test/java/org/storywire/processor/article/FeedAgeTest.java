package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedAgeTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant OLD = Instant.parse("2013-05-06T07:08:09Z");

  @Test
  void shouldTakeTimeOfNeighbourWhenFeedIsOld() {
    // Given
    FeedAge age = FeedAge.UNKNOWN.after(OLD, NOW).after(OLD.plusSeconds(60), NOW);

    // When
    Instant at = age.ofUndated(NOW);

    // Then
    assertThat(at).isEqualTo(OLD.plusSeconds(60));
  }

  @Test
  void shouldTakeTimeOfReceiptWhenFeedIsFresh() {
    assertThat(FeedAge.UNKNOWN.after(NOW.minusSeconds(3600), NOW).ofUndated(NOW)).isEqualTo(NOW);
  }

  @Test
  void shouldTakeTimeOfReceiptWhenNothingIsKnown() {
    assertThat(FeedAge.UNKNOWN.ofUndated(NOW)).isEqualTo(NOW);
  }

  @Test
  void shouldStayFreshWhenSomeArchivedArticlesComeBetween() {
    // Given
    FeedAge age = FeedAge.UNKNOWN;
    for (int article = 0; article < 100; article++) {
      age = age.after(NOW, NOW);
    }

    // When
    FeedAge after = age.after(OLD, NOW).after(OLD, NOW).after(OLD, NOW);

    // Then
    assertThat(after.ofUndated(NOW)).isEqualTo(NOW);
  }

  @Test
  void shouldTurnFreshWhenBackFillHasEnded() {
    // Given
    FeedAge age = FeedAge.UNKNOWN;
    for (int article = 0; article < 100; article++) {
      age = age.after(OLD, NOW);
    }

    // When
    for (int article = 0; article < FeedAge.MOST; article++) {
      age = age.after(NOW, NOW);
    }

    // Then
    assertThat(age.ofUndated(NOW)).isEqualTo(NOW);
  }

  @Test
  void shouldNeverBeLaterThanReceiptWhenNeighbourIs() {
    // Given
    FeedAge age = FeedAge.UNKNOWN.after(OLD, NOW);

    // When
    Instant at = age.ofUndated(OLD.minusSeconds(60));

    // Then
    assertThat(at).isEqualTo(OLD.minusSeconds(60));
  }
}
