package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusClockTest {

  private static final Delivery.Bad BAD = Delivery.Bad.of("f", 1, "odd", new byte[0]);

  private final CorpusClock clock = new CorpusClock(Deliveries.NOW);

  @Test
  void shouldReceiveWhenPublishedWhenArticleIsDated() {
    assertThat(receipts(dated("a", "2013-05-06T07:08:09Z")))
        .containsExactly(Instant.parse("2013-05-06T07:08:09Z"));
  }

  @Test
  void shouldTakeTimeOfDatedArticleBeforeWhenArticleIsUndated() {
    assertThat(
            receipts(
                dated("a", "2013-01-02"), undated("b"), dated("c", "2013-01-01"), undated("d")))
        .containsExactly(
            day("2013-01-02"), day("2013-01-02"), day("2013-01-01"), day("2013-01-01"));
  }

  @Test
  void shouldTakeFirstDateWhenInputBeginsUndated() {
    assertThat(receipts(undated("a"), BAD, dated("b", "2013-01-02")))
        .containsExactly(day("2013-01-02"), day("2013-01-02"));
  }

  @Test
  void shouldBeginAtStartWhenInputHasNoDate() {
    assertThat(receipts(undated("a"), undated("b")))
        .containsExactly(CorpusClock.START, CorpusClock.START);
  }

  @Test
  void shouldCountAsUndatedWhenDateIsAfterTheWallClock() {
    // Given
    Delivery.Found future = dated("b", "2099-01-01");

    // When
    List<Delivery> set = clock.set(List.of(dated("a", "2013-01-02"), future, undated("c")));

    // Then
    Delivery.Found kept = (Delivery.Found) set.get(1);
    assertThat(kept.eventAt()).isEqualTo(day("2013-01-02"));
    assertThat(kept.article().getPublishedAt()).isEqualTo(day("2099-01-01"));
    assertThat(((Delivery.Found) set.get(2)).eventAt()).isEqualTo(day("2013-01-02"));
  }

  @Test
  void shouldKeepReceiptWhenInputStatesIt() {
    // Given
    Delivery.Found late = Deliveries.found("a", "2013-01-02", "2013-02-03");

    // When
    List<Delivery> set = clock.set(List.of(late, undated("b")));

    // Then
    assertThat(set.get(0)).isEqualTo(late);
    assertThat(((Delivery.Found) set.get(1)).eventAt()).isEqualTo(day("2013-01-02"));
  }

  private List<Instant> receipts(Delivery... deliveries) {
    return clock.set(List.of(deliveries)).stream()
        .filter(Delivery.Found.class::isInstance)
        .map(delivery -> Deliveries.article(delivery).getReceivedAt())
        .toList();
  }

  private static Delivery.Found dated(String id, String published) {
    return Deliveries.found(id, published, null);
  }

  private static Delivery.Found undated(String id) {
    return Deliveries.found(id, null, null);
  }

  private static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }
}
