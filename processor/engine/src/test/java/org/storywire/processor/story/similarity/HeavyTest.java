package org.storywire.processor.story.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeavyTest {

  @Test
  void shouldPutHeavierEntryFirstAndTellItsParts() {
    // Given
    long heavy = Heavy.of(-7, 2.5f);
    long light = Heavy.of(-9, 1.5f);

    // When
    long[] heaviest = Heavy.heaviest(new long[] {light, heavy}, 2, 1);

    // Then
    assertThat(heaviest).containsExactly(heavy);
    assertThat(Heavy.key(heavy)).isEqualTo(-7);
    assertThat(Heavy.weight(heavy)).isEqualTo(2.5f);
  }

  @Test
  void shouldPickTheHeaviestLikeSortingAll() {
    Random random = new Random(9);
    for (int round = 0; round < 1000; round++) {
      // Given
      int size = random.nextInt(300);
      int most = random.nextInt(80);
      long[] entries = new long[size + 3];
      for (int i = 0; i < size; i++) {
        entries[i] = Heavy.of(random.nextInt(), random.nextInt(6) / 4f);
      }
      long[] sorted = Arrays.copyOf(entries, size);
      Arrays.sort(sorted);

      // When
      long[] heaviest = Heavy.heaviest(entries, size, most);

      // Then
      assertThat(heaviest).containsExactly(Arrays.copyOf(sorted, Math.min(size, most)));
    }
  }
}
