package org.storywire.docker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void shouldShowColoursInGivenWidthWhenStandardOutputIsTerminal() {
    // Given
    Map<String, String> environment = Map.of("STORYWIRE_TTY", "12", "COLUMNS", "133");

    // When
    Terminal terminal = Terminal.of(environment, false);

    // Then
    assertThat(terminal).isEqualTo(new Terminal(133, true, true));
  }

  @Test
  void shouldShowNoColoursWhenNoColorIsSet() {
    // Given
    Map<String, String> environment = Map.of("STORYWIRE_TTY", "1", "NO_COLOR", "1");

    // When
    Terminal terminal = Terminal.of(environment, true);

    // Then
    assertThat(terminal.colours()).isFalse();
  }

  @Test
  void shouldRedrawOnlyStandardErrorWhenOutputIsPiped() {
    // Given
    Map<String, String> environment = Map.of("STORYWIRE_TTY", "2", "COLUMNS", "80");

    // When
    Terminal terminal = Terminal.of(environment, false);

    // Then
    assertThat(terminal).isEqualTo(new Terminal(200, false, true));
  }
}
