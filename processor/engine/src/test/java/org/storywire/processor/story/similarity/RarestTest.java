package org.storywire.processor.story.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RarestTest {

  @Test
  void shouldCountAbsentWordsAsZeroWhenFewerAreShared() {
    // Given
    Rarity rarity = new Rarity(new double[] {0.2, 1, 0.9, 0.5}, 4);
    Rarest rarest = new Rarest();
    rarest.clear(rarity);

    // When
    rarest.add(rarity.place(1), 1);
    rarest.add(rarity.place(2), 0);
    rarest.add(rarity.place(3), 1);

    // Then
    assertThat(rarest.mean(5)).isEqualTo(0.3, within(1e-12));
    assertThat(rarest.rare()).isEqualTo(1);
  }

  @Test
  void shouldTellMeanOfTheFiveRarestWhicheverWordsAreShared() {
    Random random = new Random(3);
    Rarest rarest = new Rarest();
    for (int round = 0; round < 500; round++) {
      // Given
      double[] idf = random.doubles(5 + random.nextInt(400)).toArray();
      int[] shared = random.ints(0, idf.length).distinct().limit(5).toArray();
      double expected = IntStream.of(shared).mapToDouble(i -> idf[i]).sum() / 5;
      long rare = IntStream.of(shared).filter(i -> idf[i] >= 0.6).count();

      // When
      Rarity rarity = new Rarity(idf, idf.length);
      rarest.clear(rarity);
      IntStream.of(shared).forEach(i -> rarest.add(rarity.place(i), 1));

      // Then
      assertThat(rarest.mean(5)).isEqualTo(expected, within(1e-12));
      assertThat(rarest.rare()).isEqualTo(rare);
    }
  }

  @Test
  void shouldLeaveOutTheMoreCommonWhenMoreThanAskedForAreShared() {
    // Given
    double[] idf = DoubleStream.iterate(0, value -> value + 0.01).limit(100).toArray();
    Rarity rarity = new Rarity(idf, idf.length);
    Rarest rarest = new Rarest();
    rarest.clear(rarity);

    // When
    IntStream.range(0, idf.length).forEach(i -> rarest.add(rarity.place(i), 1));

    // Then
    assertThat(rarest.mean(1)).isEqualTo(0.99, within(1e-9));
    assertThat(rarest.mean(3)).isEqualTo(0.98, within(1e-9));
    assertThat(rarest.rare()).isEqualTo(rarity.rare());
  }
}
