package org.storywire.docker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowingHelpTest {

  @Test
  void shouldJoinLinesOfAParagraphAndKeepOthers() {
    assertThat(FlowingHelp.joined("", "One", "two.", "", "Three:", "  $ four", "Five"))
        .containsExactly("", "One two.", "", "Three:", "  $ four", "Five");
  }
}
