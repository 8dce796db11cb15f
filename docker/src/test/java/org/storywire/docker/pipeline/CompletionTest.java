package org.storywire.docker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;

class CompletionTest {

  private final Conservation conservation = new Conservation();
  private long lag;
  private long nanoTime;

  private final Completion completion =
      new Completion(conservation, () -> lag, () -> true, Duration.ofSeconds(120), () -> nanoTime);

  @Test
  void shouldWaitWhenADeliveryHasNotEnded() {
    // Given
    conservation.fed("e1", "feed.jsonl:1");
    conservation.fed("e2", "feed.jsonl:2");
    conservation.article(article("e1"));

    // When
    boolean before = completion.reached(0);
    conservation.article(article("e2"));
    boolean after = completion.reached(0);

    // Then
    assertThat(before).isFalse();
    assertThat(after).isTrue();
  }

  @Test
  void shouldWaitWhenRecordsLieBetweenTheStages() {
    // Given
    lag = 3;

    // When
    boolean before = completion.reached(0);
    lag = 0;
    boolean after = completion.reached(0);

    // Then
    assertThat(before).isFalse();
    assertThat(after).isTrue();
  }

  @Test
  void shouldLookAgainWhenResultsHaveJustArrived() {
    // When
    boolean reached = completion.reached(7);

    // Then
    assertThat(reached).isFalse();
  }

  @Test
  void shouldNameWhatIsMissingWhenNothingMoves() {
    // Given
    conservation.fed("e1", "feed.jsonl:1");
    completion.reached(0);

    // When
    nanoTime = Duration.ofSeconds(121).toNanos();

    // Then
    assertThatThrownBy(() -> completion.reached(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no progress for 121 s, waiting for deliveries; 1 deliveries ended in no article and"
                + " no dead letter: [feed.jsonl:1]");
  }

  @Test
  void shouldBePatientWhenResultsKeepComing() {
    // Given
    conservation.fed("e1", "feed.jsonl:1");
    nanoTime = Duration.ofSeconds(100).toNanos();
    completion.reached(1);

    // When
    nanoTime = Duration.ofSeconds(200).toNanos();
    boolean reached = completion.reached(0);

    // Then
    assertThat(reached).isFalse();
  }

  private static Article article(String eventId) {
    Article article = new Article();
    article.setEventId(eventId);
    return article;
  }
}
