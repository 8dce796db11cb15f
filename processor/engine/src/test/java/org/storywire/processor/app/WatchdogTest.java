package org.storywire.processor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

  private final AtomicLong used = new AtomicLong();
  @TempDir private Path directory;

  @Test
  void shouldCountAnAttemptOnceWhenItCostsTooMuch() {
    // Given
    Watchdog watchdog = watchdog();
    watchdog.begin(3, 40);

    // When
    spend();
    watchdog.look();
    watchdog.look();
    watchdog.end();

    // Then
    assertThat(watchdog.begin(3, 40)).isEqualTo(1);
    assertThat(watchdog.begin(3, 41)).isZero();
  }

  @Test
  void shouldCountNothingWhenManyArticlesTogetherCostMuch() {
    // Given
    Watchdog watchdog = watchdog();

    // When
    for (int offset = 0; offset < 10; offset++) {
      watchdog.begin(0, offset);
      used.addAndGet(Watchdog.BUDGET.toNanos() / 2);
      watchdog.look();
      watchdog.end();
    }

    // Then
    assertThat(watchdog.begin(0, 9)).isZero();
  }

  @Test
  void shouldRememberAttemptsWhenTheProcessWasKilledMeanwhile() {
    // Given
    for (int attempt = 0; attempt < 3; attempt++) {
      Watchdog killed = watchdog();
      killed.begin(11, 7);
      spend();
      killed.look();
    }

    // When
    int before = watchdog().begin(11, 7);

    // Then
    assertThat(before).isEqualTo(3);
  }

  @Test
  void shouldBeginAnewWhenItsFileWasTamperedWith() throws Exception {
    // Given
    Files.writeString(directory.resolve("attempts"), "no numbers at all\n");

    // When
    int before = watchdog().begin(0, 0);

    // Then
    assertThat(before).isZero();
  }

  private Watchdog watchdog() {
    return new Watchdog(directory.resolve("attempts"), thread -> used.get());
  }

  private void spend() {
    used.addAndGet(Watchdog.BUDGET.toNanos() + 1);
  }
}
