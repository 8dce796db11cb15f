package org.storywire.processor.workbench.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.Network;

class NetworkTrainerTest {

  /** Positive where the first two numbers have one sign: no weighted sum can tell that. */
  private static List<NetworkTrainer.Example> sameSigns(int size) {
    Random random = new Random(7);
    List<NetworkTrainer.Example> examples = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] numbers = {random.nextGaussian(), random.nextGaussian(), 3, random.nextGaussian()};
      examples.add(new NetworkTrainer.Example(numbers, numbers[0] * numbers[1] > 0, 0.5));
    }
    return examples;
  }

  @Test
  void shouldLearnThatOneNumberChangesWhatAnotherIsWorth() {
    // When
    Network network = NetworkTrainer.fit(sameSigns(4000));

    // Then
    assertThat(network.logOdds(new double[] {1, 1, 3, 0})).isGreaterThan(1);
    assertThat(network.logOdds(new double[] {-1, -1, 3, 0})).isGreaterThan(1);
    assertThat(network.logOdds(new double[] {1, -1, 3, 0})).isLessThan(-1);
    assertThat(network.logOdds(new double[] {-1, 1, 3, 0})).isLessThan(-1);
  }

  @Test
  void shouldIgnoreANumberThatNeverVaried() {
    // When
    Network network = NetworkTrainer.fit(sameSigns(500));

    // Then
    assertThat(network.logOdds(new double[] {1, 1, 3, 0}))
        .isEqualTo(network.logOdds(new double[] {1, 1, 99, 0}));
  }

  @Test
  void shouldGiveTheSameBitsWhenTrainedAgain() {
    // Given
    double[] numbers = {0.2, -0.4, 3, 1.5};

    // When
    Network first = NetworkTrainer.fit(sameSigns(500));
    Network second = NetworkTrainer.fit(sameSigns(500));

    // Then
    assertThat(second.logOdds(numbers)).isEqualTo(first.logOdds(numbers));
  }
}
