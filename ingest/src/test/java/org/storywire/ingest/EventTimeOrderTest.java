package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventTimeOrderTest {

  private final CorpusClock clock = new CorpusClock(Deliveries.NOW);

  @Test
  void shouldPutBadFirstAndKeepInputOrderWhenTimesAreEqual() {
    // Given
    List<Delivery> deliveries =
        List.of(
            Deliveries.found("c", "2013-01-03", null),
            Deliveries.found("b", "2013-01-02", null),
            Delivery.Bad.of("f", 3, "odd", new byte[0]),
            Deliveries.found("a", "2013-01-02", null),
            Deliveries.found("after-a", null, null));

    // When
    List<Delivery> sorted = EventTimeOrder.sort(clock.set(deliveries));

    // Then
    assertThat(Deliveries.ids(sorted)).containsExactly("bad", "b", "a", "after-a", "c");
  }

  @Test
  void shouldStandWhereReceivedWithItsOwnTimeWhenArticleIsLate() {
    // Given
    Delivery.Found late = Deliveries.found("late", "2013-01-01", "2013-01-03T12:00:00Z");
    List<Delivery> deliveries =
        List.of(
            late,
            Deliveries.found("a", "2013-01-02", null),
            Deliveries.found("b", "2013-01-03", null),
            Deliveries.found("c", "2013-01-04", null));

    // When
    List<Delivery> sorted = EventTimeOrder.sort(clock.set(deliveries));

    // Then
    assertThat(Deliveries.ids(sorted)).containsExactly("a", "b", "late", "c");
    assertThat(((Delivery.Found) sorted.get(2)).eventAt()).isEqualTo("2013-01-01T00:00:00Z");
  }

  @Test
  void shouldKeepAllInOrderOfArrivalWhenInputIsShuffled() {
    // Given
    Random random = new Random(3);
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String date = String.format("2013-%02d-01", 1 + random.nextInt(12));
      deliveries.add(Deliveries.found("n" + i, random.nextInt(4) == 0 ? null : date, null));
    }
    Collections.shuffle(deliveries, random);
    List<Delivery> set = clock.set(deliveries);

    // When
    List<Delivery> sorted = EventTimeOrder.sort(set);

    // Then
    assertThat(sorted).containsExactlyInAnyOrderElementsOf(set);
    assertThat(sorted)
        .isSortedAccordingTo(
            Comparator.comparing((Delivery delivery) -> ((Delivery.Found) delivery).arrivalAt())
                .thenComparing(set::indexOf));
    assertThat(EventTimeOrder.sort(sorted)).isEqualTo(sorted);
  }
}
