package org.storywire.processor.workbench.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void shouldMeasureTheDistanceOfScoreAndAccuracy() {
    Calibration calibration = new Calibration();
    calibration.add(0.8, true);
    calibration.add(0.8, false);
    calibration.add(1.0, true);
    calibration.add(1.0, true);

    assertThat(calibration.error()).isCloseTo((2 * 0.3 + 2 * 0) / 4, offset(1e-9));
    assertThat(calibration.count(9)).isEqualTo(2);
  }
}
