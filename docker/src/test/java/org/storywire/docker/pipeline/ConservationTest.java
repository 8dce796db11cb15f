package org.storywire.docker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.schemas.NewsTopics;

class ConservationTest {

  private final Conservation conservation = new Conservation();

  @Test
  void shouldCountADeliveryOnceWhenItYieldsSeveralArticles() {
    // Given
    conservation.fed("page", "page.txt");
    conservation.fed("other", "other.txt");

    // When
    conservation.article(article("page"));
    conservation.article(article("page"));

    // Then
    assertThat(conservation.ended()).isEqualTo(1);
    assertThat(conservation.complete()).isFalse();
    assertThat(conservation.firstMissing(10)).containsExactly("other.txt");
  }

  @Test
  void shouldBeCompleteWhenTheSameDeliveryWasFedTwice() {
    // Given
    conservation.fed("same", "feed.jsonl:1");
    conservation.fed("same", "feed.jsonl:1");

    // When
    conservation.article(article("same"));
    conservation.fed("same", "feed.jsonl:1");

    // Then
    assertThat(conservation.complete()).isTrue();
    assertThat(conservation.total()).isEqualTo(1);
  }

  @Test
  void shouldEndADeliveryWhenTheProcessorRefusesIt() {
    // Given
    conservation.fed("poison", "feed.jsonl:1");

    // When
    conservation.deadLetter(letter(Map.of("ce_id", "poison")));

    // Then
    assertThat(conservation.complete()).isTrue();
  }

  @Test
  void shouldWaitForTheFeedsOwnDeadLettersWhenLinesAreBad() {
    // Given
    conservation.fedBad();

    // When
    boolean before = conservation.complete();
    conservation.deadLetter(
        letter(
            Map.of(
                "storywire.errors.stage", "ingest",
                "storywire.errors.file", "feed.jsonl",
                "storywire.errors.line", "7")));

    // Then
    assertThat(before).isFalse();
    assertThat(conservation.complete()).isTrue();
  }

  @Test
  void shouldEndADeliveryWhenKafkaRefusesItsSize() {
    // Given
    conservation.fed("huge", "huge.jsonl:1");

    // When
    conservation.deadLetter(
        letter(
            Map.of(
                "storywire.errors.stage", "ingest",
                "storywire.errors.file", "huge.jsonl:1",
                "storywire.errors.line", "0")));

    // Then
    assertThat(conservation.complete()).isTrue();
    assertThat(conservation.ended()).isEqualTo(1);
  }

  private static Article article(String eventId) {
    Article article = new Article();
    article.setEventId(eventId);
    return article;
  }

  private static ConsumerRecord<byte[], byte[]> letter(Map<String, String> headers) {
    ConsumerRecord<byte[], byte[]> letter =
        new ConsumerRecord<>(NewsTopics.DEAD_LETTERS, 0, 0, null, new byte[] {1, 2, 3});
    headers.forEach(
        (name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return letter;
  }
}
