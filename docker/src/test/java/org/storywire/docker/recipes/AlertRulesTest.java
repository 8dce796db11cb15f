package org.storywire.docker.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The alert rules, as Prometheus's own tool tests them where it is installed. */
class AlertRulesTest {

  @Test
  void shouldFireWhenTheFileOfTestsSaysSo() throws Exception {
    // Given
    assumeThat(Tool.works(List.of("promtool", "--version"))).as("promtool is installed").isTrue();

    // When
    Process promtool =
        new ProcessBuilder("promtool", "test", "rules", "alerts-test.yml")
            .directory(Path.of("observe").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(said).contains("SUCCESS").doesNotContain("FAILED");
    assertThat(promtool.waitFor()).isZero();
  }
}
