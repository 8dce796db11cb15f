package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static final List<String> NAMES = List.of("words", "lag");

  /** Standardised: words - 1 and 2 * lag; linear 0.5 and -1; one unit over their sum. */
  private static final Network NETWORK =
      new Network(
          new double[] {1, 0},
          new double[] {1, 2},
          new double[] {0.5, -1},
          0.25,
          List.of(new Network.Unit(new double[] {1, 1}, 0.5, 4)));

  @Test
  void shouldAddLinearPartAndUnits() {
    // When: standardised 2 and 1, the unit gets 3.5 and answers 3.5 / 4.5
    double logOdds = NETWORK.logOdds(new double[] {3, 0.5});

    // Then
    assertThat(logOdds).isCloseTo(0.25 + 1 - 1 + 4 * 3.5 / 4.5, within(1e-12));
  }

  @Test
  void shouldHoldNumbersThatLieFartherOutThanAnySeen() {
    assertThat(NETWORK.logOdds(new double[] {1e9, 0}))
        .isEqualTo(NETWORK.logOdds(new double[] {1 + Network.FARTHEST, 0}));
  }

  @Test
  void shouldExplainWhatThePairHasBeyondOneThatSharesNothing() {
    // Given
    double[] numbers = {2.5, 0.75};

    // When
    double[] weights = NETWORK.weights(numbers);

    // Then
    double explained = weights[0] * numbers[0] + weights[1] * numbers[1];
    double beyond = NETWORK.logOdds(numbers) - NETWORK.logOdds(new double[] {0, 0});
    assertThat(explained).isCloseTo(beyond, within(1e-12));
    assertThat(weights[0]).isPositive();
  }

  @Test
  void shouldBeTheSameWhenWrittenAndRead() {
    // Given
    double[] numbers = {0.3, 0.1};

    // When
    Map<String, String> lines = new HashMap<>();
    for (String line : NetworkTable.format(NAMES, NETWORK).split("\n")) {
      String[] cells = line.split("\t", 2);
      lines.put(cells[0], cells[1]);
    }
    Network read = NetworkTable.parse(NAMES, lines::get);

    // Then
    assertThat(read.logOdds(numbers)).isEqualTo(NETWORK.logOdds(numbers));
  }

  @Test
  void shouldRefusePartsOfDifferentLength() {
    assertThatThrownBy(() -> new Network(new double[2], new double[2], new double[3], 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal network: 3 weights, expected 2");
  }
}
