package org.storywire.processor.workbench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdTunerTest {

  @Test
  void shouldCutWhereF1IsBest() {
    double[] margins = {0.9, -0.2, 0.1, -0.8, -0.3};
    boolean[] positive = {true, true, true, false, false};

    assertThat(new ThresholdTuner(0.1).threshold(margins, positive)).isBetween(-0.3, -0.2);
  }

  @Test
  void shouldDemandTheHighestMarginWhenNoCutIsGood() {
    double[] margins = {0.5, 0.4, 0.3, 0.2};
    boolean[] positive = {false, false, false, true};

    assertThat(new ThresholdTuner(0.9).threshold(margins, positive)).isEqualTo(0.5);
  }
}
