package org.storywire.processor.workbench.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.processor.workbench.story.LogisticRegression.Example;
import org.storywire.processor.workbench.story.LogisticRegression.Sign;

class LogisticRegressionTest {

  /** Log-odds 3a - 2b - 1: each point as often of a class as its probability says. */
  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int a = 0; a <= 4; a++) {
      for (int b = 0; b <= 4; b++) {
        double[] features = {a / 4.0, b / 4.0};
        double p = 1 / (1 + Math.exp(-3 * features[0] + 2 * features[1] + 1));
        examples.add(new Example(features, true, p, 0));
        examples.add(new Example(features, false, 1 - p, 0));
      }
    }
    return examples;
  }

  @Test
  void shouldFindWeightsWhenSignsAreFree() {
    // When
    double[] fitted =
        LogisticRegression.fit(examples(), new Sign[] {Sign.ANY, Sign.ANY}, 1e-9, true);

    // Then
    assertThat(fitted).containsExactly(new double[] {3, -2, -1}, within(1e-3));
  }

  @Test
  void shouldStopAtZeroWhenWeightHasTheWrongSign() {
    // When
    double[] fitted =
        LogisticRegression.fit(
            examples(), new Sign[] {Sign.NOT_NEGATIVE, Sign.NOT_NEGATIVE}, 1e-9, true);

    // Then
    assertThat(fitted[0]).isGreaterThan(2);
    assertThat(fitted[1]).isZero();
  }

  @Test
  void shouldAddToWhatIsKnownWhenExamplesHaveOffsets() {
    // Given
    List<Example> known =
        examples().stream()
            .map(e -> new Example(e.features(), e.positive(), e.weight(), 3 * e.features()[0] - 1))
            .toList();

    // When
    double[] fitted =
        LogisticRegression.fit(known, new Sign[] {Sign.ANY, Sign.NOT_POSITIVE}, 1e-9, false);

    // Then
    assertThat(fitted).containsExactly(new double[] {0, -2, 0}, within(1e-3));
  }
}
