package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** What the topology does with records that it cannot use. */
class DeadLettersTopologyTest extends TopologyTest {

  private final Map<Long, Integer> attemptsByOffset = new HashMap<>();

  @Override
  void adjust(Properties properties) {
    properties.put(
        Attempts.PROPERTY,
        new Attempts() {
          @Override
          public int begin(int partition, long offset) {
            return attemptsByOffset.getOrDefault(offset, 0);
          }

          @Override
          public void end() {}
        });
  }

  private static final String NINE = "2026-03-02T09:00:00Z";

  @Test
  void shouldSendToDeadLettersWithReasonWhenThereIsNoText() {
    // When
    feed(page("ledger.example", "empty-1", NINE, "A headline alone", ""));
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList()).hasSize(1);
    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.key()).isEqualTo("ledger.example".getBytes(StandardCharsets.UTF_8));
    assertThat(NewsSerdes.rawArticle().deserializer().deserialize("dead", letter.value()))
        .extracting(RawArticle::getNativeId)
        .isEqualTo("empty-1");
    assertThat(header(letter, "__streams.errors.message")).contains("empty-1");
    assertThat(header(letter, "__streams.errors.topic")).isEqualTo(NewsTopics.RAW_ARTICLES);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void shouldSendToDeadLettersAndGoOnWhenBytesAreNoRecord() {
    // Given
    stop();
    start("at_least_once"); // the driver does not show what a rolled-over transaction sent
    TestInputTopic<String, byte[]> poison =
        driver.createInputTopic(
            NewsTopics.RAW_ARTICLES, new StringSerializer(), new ByteArraySerializer());

    // When
    poison.pipeInput("ledger.example", new byte[] {1, 2, 3}, Instant.parse(NINE));
    poison.pipeInput("ledger.example", null, Instant.parse(NINE));
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList()).hasSize(1);
    List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
    assertThat(letters)
        .extracting(letter -> header(letter, "__streams.errors.offset"))
        .containsExactlyInAnyOrder("0", "1");
    assertThat(letters)
        .filteredOn(letter -> letter.value() != null)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).containsExactly(1, 2, 3);
              assertThat(header(letter, "__streams.errors.exception"))
                  .contains("SerializationException");
            });
    assertThat(letters)
        .filteredOn(letter -> letter.value() == null)
        .singleElement()
        .satisfies(
            letter ->
                assertThat(header(letter, "__streams.errors.message"))
                    .contains("ledger.example has no value"));
  }

  @Test
  void shouldWriteLetterThatFitsWhenRecordIsOversized() {
    // Given
    stop();
    start("at_least_once");
    String endless = "z".repeat(12_000_000);
    RawArticle longId = page("ledger.example", endless, NINE, "A headline", "");
    RawArticle longSource = page(endless, "bridge-2", NINE, "A headline", Pages.BRIDGE);

    // When
    feed(longId);
    feed(longSource);
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList()).hasSize(1);
    assertThat(deadLetters.readRecordsToList())
        .hasSize(2)
        .allSatisfy(
            letter -> {
              assertThat(size(letter)).isLessThan(9 * 1024 * 1024);
              assertThat(header(letter, "__streams.errors.message"))
                  .contains("12000000 characters, expected at most")
                  .hasSizeLessThan(2_000);
              assertThat(header(letter, LetterBounds.CUT)).contains("bytes, the first");
            });
  }

  @Test
  void shouldWriteLetterThatFitsWhenHeadersAreOversized() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    for (int i = 0; i < 500; i++) {
      headers.add("X-Endless-" + i, new byte[100_000]);
    }
    headers.add("ce_id", "empty-1".getBytes(StandardCharsets.UTF_8));
    RawArticle empty = page("ledger.example", "empty-1", NINE, "A headline alone", "");

    // When
    raw.pipeInput(new TestRecord<>("ledger.example", empty, headers, Instant.parse(NINE)));

    // Then
    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(size(letter)).isLessThan(1024 * 1024);
    assertThat(header(letter, "__streams.errors.message")).contains("empty-1");
    assertThat(header(letter, "ce_id")).isEqualTo("empty-1");
  }

  @Test
  void shouldNotTryAnArticleAgainWhenItCostTooMuchEachTime() {
    // Given
    attemptsByOffset.put(0L, 2);
    attemptsByOffset.put(1L, 3);

    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-2", NINE, "Harbour bridge shut at night", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList()).hasSize(1);
    assertThat(header(deadLetters.readRecord(), "__streams.errors.message"))
        .contains("was tried 3 times");
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  private static long size(TestRecord<byte[], byte[]> letter) {
    long size = letter.key().length + (long) letter.value().length;
    for (Header header : letter.headers()) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }
}
