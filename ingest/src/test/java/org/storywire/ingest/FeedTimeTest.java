package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedTimeTest {

  private static final Delivery.Bad BAD = Delivery.Bad.of("f", 1, "odd", new byte[0]);

  @Test
  void shouldTakeTimeOfDatedArticleBeforeWhenArticleIsUndated() {
    assertThat(
            times(dated("a", "2013-01-02"), undated("b"), dated("c", "2013-01-01"), undated("d")))
        .containsExactly(null, day("2013-01-02"), null, day("2013-01-01"));
  }

  @Test
  void shouldTakeFirstDateWhenFeedBeginsUndated() {
    assertThat(times(undated("a"), BAD, undated("b"), dated("c", "2013-01-02"), undated("d")))
        .containsExactly(day("2013-01-02"), day("2013-01-02"), null, day("2013-01-02"));
  }

  @Test
  void shouldSayNothingWhenFeedHasNoDate() {
    assertThat(times(undated("a"), undated("b"))).containsExactly(null, null);
  }

  @Test
  void shouldHoldBackNoMoreThanItsLimitWhenFeedBeginsUndated() {
    // Given
    List<Delivery> taken = new ArrayList<>();
    Iterator<Delivery> endless =
        Stream.iterate(0, n -> n + 1)
            .map(n -> (Delivery) undated("a" + n))
            .peek(taken::add)
            .iterator();

    // When
    Delivery first = new FeedTime(endless, Deliveries.NOW).next();

    // Then
    assertThat(Deliveries.article(first).getNativeId()).isEqualTo("a0");
    assertThat(taken).hasSize(FeedTime.LOOK_AHEAD);
  }

  @Test
  void shouldCountAsUndatedWhenDateIsAfterTheWallClock() {
    assertThat(times(dated("a", "2013-01-02"), dated("b", "2099-01-01"), undated("c")))
        .containsExactly(null, day("2013-01-02"), day("2013-01-02"));
  }

  @Test
  void shouldKeepReceiptWhenInputStatesIt() {
    assertThat(times(dated("a", "2013-01-02"), Deliveries.found("b", null, "2013-05-01")))
        .containsExactly(null, null);
  }

  private static List<Instant> times(Delivery... deliveries) {
    List<Instant> times = new ArrayList<>();
    new FeedTime(List.of(deliveries).iterator(), Deliveries.NOW)
        .forEachRemaining(
            delivery -> {
              if (delivery instanceof Delivery.Found found) {
                times.add(found.article().getFeedAt());
              }
            });
    return times;
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
