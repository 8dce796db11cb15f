package org.storywire.docker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void shouldPrintALineAtEachTenthWhenItCannotRedraw() {
    // Given
    ProgressBar bar = new ProgressBar(out, new Terminal(80, false, false), "fed", 20);

    // When
    for (int done = 0; done <= 5; done++) {
      bar.show(done);
      bar.hide();
    }

    // Then
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("fed 0 of 20 (0 %)", "fed 2 of 20 (10 %)", "fed 4 of 20 (20 %)");
  }

  @Test
  void shouldEraseItsLineWhenHidden() {
    // Given
    ProgressBar bar = new ProgressBar(out, new Terminal(80, true, true), "fed", 4);

    // When
    bar.show(2);
    bar.hide();

    // Then
    String cells = "█".repeat(15) + "░".repeat(15);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rfed " + cells + " 2 of 4 (50 %)\r\u001b[2K");
  }
}
