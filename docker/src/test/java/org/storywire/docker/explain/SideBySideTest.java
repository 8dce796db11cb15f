package org.storywire.docker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  @Test
  void shouldBreakBothTextsBetweenWordsWhenTheyAreLongerThanAColumn() {
    // When
    List<String> rows =
        SideBySide.rows(
            "The bridge over the Wend was closed at noon after a barge struck its middle pier.",
            "The bridge over the Wend was closed at noon after a ship hit it.");

    // Then
    assertThat(rows)
        .containsExactly(
            "The bridge over the Wend was closed at noon      │ The bridge over the Wend was closed at noon",
            "after a barge struck its middle pier.            │ after a ship hit it.");
  }

  @Test
  void shouldLeaveColumnEmptyWhenOneTextIsMissing() {
    assertThat(SideBySide.rows("Closed.", ""))
        .containsExactly("Closed." + " ".repeat(SideBySide.WIDTH - 7) + " │");
  }

  @Test
  void shouldCutWordWhenItIsLongerThanAColumn() {
    assertThat(SideBySide.wrap("x".repeat(SideBySide.WIDTH + 2)))
        .containsExactly("x".repeat(SideBySide.WIDTH), "xx");
  }
}
