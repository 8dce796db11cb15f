package org.storywire.processor.story.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RarityTest {

  @Test
  void shouldPutTheRarestFirstWhenWordsComeInOrderOfKeys() {
    // Given
    double[] idf = {0.1, 0.9, 0.3, 1, 0.2};

    // When
    Rarity rarity = new Rarity(idf, 4);

    // Then
    assertThat(IntStream.range(0, 4).map(rarity::place)).containsExactly(3, 1, 2, 0);
    assertThat(rarity.size()).isEqualTo(4);
    assertThat(rarity.rare()).isEqualTo(2);
  }

  @Test
  void shouldKeepTheOrderOfKeysWhenWordsAreEquallyRare() {
    // Given
    double[] idf = {0.5, 0.7, 0.5, 0.7};

    // When
    Rarity rarity = new Rarity(idf, 4);

    // Then
    assertThat(IntStream.range(0, 4).map(rarity::place)).containsExactly(2, 0, 3, 1);
  }

  @Test
  void shouldOrderAllWordsByRarityWhateverTheyAre() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      double scale = round % 2 == 0 ? 1 : 0.002;
      // Given
      double[] idf = random.doubles(random.nextInt(300)).map(v -> v * scale).toArray();

      // When
      Rarity rarity = new Rarity(idf, idf.length);

      // Then
      double[] expected = DoubleStream.of(idf).map(v -> -v).sorted().map(v -> -v).toArray();
      double[] ordered = IntStream.range(0, idf.length).mapToDouble(rarity::idf).toArray();
      assertThat(ordered).isEqualTo(expected);
      assertThat(Arrays.stream(idf).filter(v -> v >= 0.6).count()).isEqualTo(rarity.rare());
    }
  }
}
