package org.storywire.processor.workbench.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

  @Test
  void shouldRecoverTheCurveThatMadeTheData() {
    // Given
    Random random = new Random(11);
    double[][] inputs = new double[20_000][];
    boolean[] positive = new boolean[inputs.length];
    double[] weights = new double[inputs.length];
    Arrays.fill(weights, 1);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = new double[] {random.nextGaussian() * 2};
      double p = 1 / (1 + Math.exp(-(1.5 * inputs[i][0] - 0.7)));
      positive[i] = random.nextDouble() < p;
    }

    // When
    double[] beta = LogisticFit.fit(inputs, positive, weights, 0.01);

    // Then
    assertThat(beta[0]).isCloseTo(1.5, offset(0.1));
    assertThat(beta[1]).isCloseTo(-0.7, offset(0.1));
  }

  @Test
  void shouldStayFiniteWhenDataIsSeparable() {
    double[] beta =
        LogisticFit.fit(
            new double[][] {{-1}, {1}}, new boolean[] {false, true}, new double[] {1, 1}, 0.5);

    assertThat(beta[0]).isBetween(0.1, 10.0);
  }
}
