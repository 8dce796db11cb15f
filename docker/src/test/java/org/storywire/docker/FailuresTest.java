package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void shouldSayTheCauseWhenTheFailureDoesNot() {
    // Given
    Exception failure =
        new IllegalStateException(
            "Error opening store story-state",
            new UncheckedIOException(new IOException("No space left on device")));

    // When
    String line = Failures.line(failure);

    // Then
    assertThat(line)
        .isEqualTo(
            "Error opening store story-state: UncheckedIOException: No space left on device");
  }

  @Test
  void shouldSayEachMessageOnceWhenFailuresRepeatTheirCauses() {
    // Given
    Exception cause = new IOException("unable to reach localhost:9092");
    Exception failure = new IllegalStateException("unable to start: " + cause.getMessage(), cause);

    // When
    String line = Failures.line(failure);

    // Then
    assertThat(line).isEqualTo("unable to start: unable to reach localhost:9092");
  }

  @Test
  void shouldSayThatAFileIsMissingWhenJavaOnlyNamesIt() {
    // Given
    Exception failure =
        new UncheckedIOException(
            "unable to read settings", new NoSuchFileException("a.properties"));

    // When
    String line = Failures.line(failure);

    // Then
    assertThat(line).isEqualTo("unable to read settings: a.properties does not exist");
  }

  @Test
  void shouldNameTheSettingWhenMemoryIsShort() {
    assertThat(Failures.line(new OutOfMemoryError("Java heap space")))
        .startsWith("out of memory (Java heap space): give Java more than ")
        .contains("-Xmx");
  }

  @Test
  void shouldNameTheKindWhenThereIsNoMessage() {
    assertThat(Failures.line(new ArithmeticException())).isEqualTo("ArithmeticException");
  }

  @Test
  void shouldStayShortWhenAMessageRepeatsItsInput() {
    assertThat(Failures.line(new IllegalArgumentException("x".repeat(10_000_000))))
        .hasSizeLessThan(3_000);
  }
}
