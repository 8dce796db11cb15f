package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RarestTest {

  @Test
  void shouldCountAbsentFeaturesAsZeroWhenFewerAreShared() {
    // Given
    Rarest rarest = new Rarest();

    // When
    rarest.add(1);
    rarest.add(0.5);

    // Then
    assertThat(rarest.mean(5)).isEqualTo(0.3, within(1e-12));
    assertThat(rarest.rare()).isEqualTo(1);
  }

  @Test
  void shouldTellMeanOfTheFiveLargestWhateverTheirOrder() {
    Random random = new Random(3);
    Rarest rarest = new Rarest();
    for (int round = 0; round < 500; round++) {
      // Given
      double[] values = random.doubles(5 + random.nextInt(400)).toArray();
      double expected = DoubleStream.of(values).map(v -> -v).sorted().limit(5).sum() / -5;

      // When
      rarest.clear();
      DoubleStream.of(values).forEach(rarest::add);

      // Then
      assertThat(rarest.mean(5)).isEqualTo(expected, within(1e-12));
    }
  }
}
