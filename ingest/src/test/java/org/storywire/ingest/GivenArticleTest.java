package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;

class GivenArticleTest {

  @Test
  void shouldHaveIdsOfHexDigitsWhenDelivered() {
    // When
    RawArticle article = Deliveries.found("a", "2026-03-04", null).article();

    // Then
    assertThat(article.getEventId()).matches("[0-9a-f]{32}");
    assertThat(article.getTraceId()).matches("[0-9a-f]{32}").isNotEqualTo(article.getEventId());
  }

  @Test
  void shouldHaveTheSameIdsWhenFedTwice() {
    // When
    RawArticle first = Deliveries.found("a", "2026-03-04", null).article();
    RawArticle again = Deliveries.found("a", "2026-03-04", null).article();
    RawArticle redated = Deliveries.found("a", "2026-03-05", null).article();

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(redated.getEventId()).isNotEqualTo(first.getEventId());
    assertThat(redated.getNativeId()).isEqualTo(first.getNativeId());
  }

  @Test
  void shouldKeepEventTimeNoLaterThanReceiptWhenDateIsInTheFuture() {
    // When
    Delivery.Found delivery = Deliveries.found("a", "2026-12-24", "2026-03-04T10:00:00Z");

    // Then
    assertThat(delivery.eventAt()).isEqualTo("2026-03-04T10:00:00Z");
    assertThat(delivery.article().getPublishedAt()).isEqualTo("2026-12-24T00:00:00Z");
  }

  @Test
  void shouldTakeReceiptWhenThereIsNoDate() {
    // When
    Delivery.Found stated = Deliveries.found("a", null, "2026-03-04T10:00:00Z");
    Delivery.Found assumed = Deliveries.found("b", null, null);

    // Then
    assertThat(stated.eventAt()).isEqualTo("2026-03-04T10:00:00Z");
    assertThat(stated.arrival()).isEqualTo(Delivery.Arrival.STATED);
    assertThat(assumed.eventAt()).isEqualTo(Deliveries.NOW);
    assertThat(assumed.arrival()).isEqualTo(Delivery.Arrival.ASSUMED);
  }

  @Test
  void shouldNotBelieveReceiptWhenItIsLaterThanTheClock() {
    // When
    Delivery.Found delivery = Deliveries.found("a", null, "2031-01-01T00:00:00Z");

    // Then
    assertThat(delivery.arrival()).isEqualTo(Delivery.Arrival.ASSUMED);
    assertThat(delivery.article().getReceivedAt()).isEqualTo(Deliveries.NOW);
    assertThat(delivery.article().getExtra()).containsEntry("received", "2031-01-01T00:00:00Z");
  }

  @Test
  void shouldKeepDateAmongExtraFieldsWhenItCannotBeRead() {
    // When
    RawArticle article = Deliveries.found("a", "last Tuesday", null).article();

    // Then
    assertThat(article.getPublishedAt()).isNull();
    assertThat(article.getExtra()).isEqualTo(Map.of("published", "last Tuesday"));
  }

  @Test
  void shouldTakeHostOfUrlWhenSourceIsNotGiven() {
    assertThat(from(Optional.empty(), Optional.of("https://www.wire.example/1")).getSource())
        .isEqualTo("wire.example");
    assertThat(from(Optional.of(" "), Optional.empty()).getSource()).isEqualTo("unknown");
    assertThat(from(Optional.of("Coast Wire"), Optional.of("https://x.example")).getSource())
        .isEqualTo("Coast Wire");
  }

  @Test
  void shouldHashContentWhenIdIsNotGiven() {
    // When
    RawArticle one = from(Optional.of("wire"), Optional.empty());
    RawArticle same = from(Optional.of("wire"), Optional.empty());
    RawArticle other = from(Optional.of("post"), Optional.empty());

    // Then
    assertThat(one.getNativeId()).matches("[0-9a-f]{32}").isEqualTo(same.getNativeId());
    assertThat(other.getNativeId()).isNotEqualTo(one.getNativeId());
  }

  @Test
  void shouldNotRunTogetherWhenTextsAreHashed() {
    assertThat(StableHash.of("x", "ab", "c")).isNotEqualTo(StableHash.of("x", "a", "bc"));
    assertThat(StableHash.of("x", "a")).isNotEqualTo(StableHash.of("y", "a"));
    assertThat(StableHash.of("event", "a"))
        .isEqualTo("9086973e0f5baf2753fdedce8409f64a247a3b38e6b58f07abadba88d224de3e");
  }

  @Test
  void shouldKeepMillisecondsOnlyWhenClockIsFiner() {
    // Given
    var clock = Clock.fixed(Instant.parse("2026-06-01T12:00:00.123456789Z"), ZoneOffset.UTC);

    // When
    RawArticle article =
        new GivenArticle(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Map.of())
            .toDelivery("-:1", clock)
            .article();

    // Then
    assertThat(article.getReceivedAt()).isEqualTo("2026-06-01T12:00:00.123Z");
  }

  private static RawArticle from(Optional<String> source, Optional<String> url) {
    return new GivenArticle(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            source,
            url,
            Optional.of("Ferry returns"),
            "The ferry is back in service.",
            Map.of())
        .toDelivery("feed.jsonl:1", Deliveries.CLOCK)
        .article();
  }
}
