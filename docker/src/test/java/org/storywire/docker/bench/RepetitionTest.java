package org.storywire.docker.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.Delivery;
import org.storywire.news.RawArticle;

class RepetitionTest {

  private static final String BODY =
      "The harbour of Norvale was closed on Monday after a ferry ran aground near the old pier"
          + " and rescuers brought all passengers ashore.";

  private static Delivery.Found article(String id, String receivedAt) {
    RawArticle article =
        RawArticle.newBuilder()
            .setEventId("event-" + id)
            .setTraceId("00000000000000000000000000000001")
            .setNativeId(id)
            .setSource("norvale-post.example")
            .setUrl("https://norvale-post.example/" + id + "?page=1")
            .setTitle("Ferry aground")
            .setBody(BODY)
            .setPublishedAt(Instant.parse(receivedAt))
            .setReceivedAt(Instant.parse(receivedAt))
            .setOrigin("norvale.jsonl:1")
            .setExtra(Map.of())
            .build();
    return new Delivery.Found(article, Delivery.Arrival.STATED);
  }

  private static RawArticle of(Repetition repetition, Delivery delivery) {
    return ((Delivery.Found) repetition.of(delivery)).article();
  }

  @Test
  void shouldKeepTheCorpusDatesInTheLastRepetition() {
    // Given
    Delivery.Found article = article("a", "2024-03-05T10:00:00Z");

    // When
    List<Repetition> repetitions = Repetition.of(List.of(article), 3);

    // Then
    assertThat(of(repetitions.get(2), article).getReceivedAt())
        .isEqualTo(Instant.parse("2024-03-05T10:00:00Z"));
  }

  @Test
  void shouldEndARepetitionLongBeforeTheNextOneBegins() {
    // Given
    Delivery.Found first = article("a", "2024-03-05T10:00:00Z");
    Delivery.Found last = article("b", "2024-06-05T10:00:00Z");

    // When
    List<Repetition> repetitions = Repetition.of(List.of(first, last), 2);

    // Then
    assertThat(of(repetitions.get(0), last).getPublishedAt())
        .isEqualTo(Instant.parse("2024-01-05T10:00:00Z"));
  }

  @Test
  void shouldDropOtherWordsInEachRepetition() {
    // Given
    Delivery.Found article = article("a", "2024-03-05T10:00:00Z");
    List<Repetition> repetitions = Repetition.of(List.of(article), 4);

    // When
    List<String> bodies = repetitions.stream().map(each -> of(each, article).getBody()).toList();

    // Then
    assertThat(bodies).doesNotHaveDuplicates().allMatch(body -> body.length() > BODY.length() / 2);
  }

  @Test
  void shouldGiveEachRepetitionIdentitiesOfItsOwn() {
    // Given
    Delivery.Found article = article("a", "2024-03-05T10:00:00Z");
    List<Repetition> repetitions = Repetition.of(List.of(article), 2);

    // When
    RawArticle first = of(repetitions.get(0), article);
    RawArticle second = of(repetitions.get(1), article);

    // Then
    assertThat(first.getUrl()).isEqualTo("https://norvale-post.example/a-pass-0?page=1");
    assertThat(first.getEventId()).isNotEqualTo(second.getEventId());
    assertThat(first.getTraceId()).hasSize(32).isNotEqualTo(second.getTraceId());
    assertThat(first.getNativeId()).isNotEqualTo(second.getNativeId());
  }
}
