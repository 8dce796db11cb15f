package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;
import org.storywire.schemas.FieldLimits;

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
  void shouldCutFieldsAndSayTheirLengthWhenTheyAreEndless() {
    // Given
    String endless = "z".repeat(3_000_000);

    // When
    RawArticle article =
        new GivenArticle(
                Optional.of(endless),
                Optional.of(endless),
                Optional.empty(),
                Optional.of(endless),
                Optional.of("https://gazette.example/" + endless),
                Optional.of(endless),
                "The ferry ran aground at dawn.",
                Map.of("section", endless))
            .toDelivery("feed.jsonl:1", Clock.fixed(Deliveries.NOW, ZoneOffset.UTC))
            .article();

    // Then
    assertThat(article.getNativeId()).hasSize(FieldLimits.ID).contains("3000000 characters");
    assertThat(article.getSource()).hasSize(FieldLimits.SOURCE).contains("3000000 characters");
    assertThat(article.getTitle()).hasSize(FieldLimits.TITLE).contains("3000000 characters");
    assertThat(article.getUrl()).isNull();
    assertThat(article.getExtra()).containsOnlyKeys("published", "section", "url");
    assertThat(article.getExtra().values())
        .allSatisfy(value -> assertThat(value).hasSize(FieldLimits.EXTRA));
    assertThat(article.getBody()).isEqualTo("The ferry ran aground at dawn.");
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
