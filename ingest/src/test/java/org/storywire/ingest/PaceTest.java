package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLISECOND = 1_000_000;

  private long now = -5 * MILLISECOND;
  private final List<Long> pauses = new ArrayList<>();

  @Test
  void shouldPauseForWhatIsLeftOfTheIntervalWhenRateIsSet() {
    // Given
    Pace pace = pace(100);

    // When
    pace.await();
    pace.await();
    now += 4 * MILLISECOND;
    pace.await();

    // Then
    assertThat(pauses).containsExactly(10 * MILLISECOND, 6 * MILLISECOND);
  }

  @Test
  void shouldMeetTheRateWhenEveryPauseTakesLonger() {
    // Given
    Pace pace = new Pace(100, () -> now, nanos -> now += nanos + MILLISECOND);
    long begun = now;

    // When
    for (int i = 0; i <= 100; i++) {
      pace.await();
    }

    // Then
    assertThat(now - begun).isBetween(1_000 * MILLISECOND, 1_002 * MILLISECOND);
  }

  @Test
  void shouldNotMakeUpWithABurstWhenTimeWasLost() {
    // Given
    Pace pace = pace(100);
    pace.await();
    now += 1_000 * MILLISECOND;

    // When
    pace.await();
    pace.await();

    // Then
    assertThat(pauses).containsExactly(10 * MILLISECOND);
  }

  @Test
  void shouldNeverPauseWhenRateIsZero() {
    // Given
    Pace pace = pace(0);

    // When
    pace.await();
    pace.await();

    // Then
    assertThat(pauses).isEmpty();
  }

  private Pace pace(double rate) {
    return new Pace(
        rate,
        () -> now,
        nanos -> {
          pauses.add(nanos);
          now += nanos;
        });
  }
}
