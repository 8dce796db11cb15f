package org.storywire.docker.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndurancePlotTest {

  private static final List<EnduranceSample> SAMPLES =
      List.of(
          new EnduranceSample(Duration.ofSeconds(1), 0, 0, 1 << 20, 2 << 20),
          new EnduranceSample(Duration.ofSeconds(9), 500, 4 << 20, 1 << 20, 2 << 20));

  @Test
  void shouldDrawWhatIsKnownFromLeftToRightWhenAMomentHasNoMemory() {
    // When
    String svg = EndurancePlot.of(SAMPLES);

    // Then: the first moment is missing on the curve of memory, and the largest value is on top
    assertThat(svg)
        .contains("500 articles", "4 MiB")
        .contains("stroke=\"#1b6ca8\" points=\"660.0,30.0\"")
        .contains("stroke=\"#2e8b57\" points=\"60.0,157.5 660.0,157.5\"")
        .endsWith("</svg>\n");
  }

  @Test
  void shouldWriteOneLineAMomentWhenAskedForATable() {
    assertThat(EnduranceSample.csv(SAMPLES))
        .isEqualTo(
            """
            seconds,articles,memory_bytes,store_bytes,changelog_bytes
            1,0,0,1048576,2097152
            9,500,4194304,1048576,2097152
            """);
  }
}
