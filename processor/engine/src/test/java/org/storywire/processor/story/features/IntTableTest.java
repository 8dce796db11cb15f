package org.storywire.processor.story.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntTableTest {

  @Test
  void shouldTellZeroWhenKeyIsUnknown() {
    assertThat(new IntTable(0).get(7)).isZero();
  }

  @Test
  void shouldForgetKeyWhenItsNumberBecomesZero() {
    // Given
    IntTable table = new IntTable(0);
    table.add(-5, 2);

    // When
    table.add(-5, -2);

    // Then
    assertThat(table.size()).isZero();
    assertThat(table.sorted()).isEmpty();
  }

  @Test
  void shouldKeepTheFirstNumberWhenKeyComesAgain() {
    // Given
    IntTable table = new IntTable(0);

    // When
    int first = table.getOrPut(7, 3);
    int again = table.getOrPut(7, 4);

    // Then
    assertThat(first).isEqualTo(3);
    assertThat(again).isEqualTo(3);
    assertThat(table.get(7)).isEqualTo(3);
  }

  @Test
  void shouldSortKeysWhenTheLastOnesHaveNoRoomAtTheEnd() {
    // Given
    IntTable table = new IntTable(0);

    // When
    for (int i = 0; i < 5; i++) {
      table.put(Integer.MAX_VALUE - i, 1);
    }
    table.put(Integer.MIN_VALUE, 1);

    // Then
    assertThat(Arrays.stream(table.sorted()).mapToInt(entry -> (int) (entry >> 32)))
        .isSorted()
        .hasSize(6);
  }

  @Test
  void shouldAnswerLikeMapWhateverIsAddedAndRemoved() {
    // Given
    Random random = new Random(11);
    IntTable table = new IntTable(0);
    Map<Integer, Integer> map = new TreeMap<>();

    // When
    for (int i = 0; i < 200_000; i++) {
      int key = (random.nextInt(600) - 300) * 4096;
      int number = random.nextInt(3) - 1;
      table.put(key, number);
      map.put(key, number);
    }
    map.values().removeIf(number -> number == 0);

    // Then
    assertThat(table.size()).isEqualTo(map.size());
    assertThat(map).allSatisfy((key, number) -> assertThat(table.get(key)).isEqualTo(number));
    assertThat(Arrays.stream(table.sorted()).mapToInt(entry -> (int) (entry >> 32)))
        .containsExactlyElementsOf(map.keySet());
  }
}
