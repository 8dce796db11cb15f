package org.storywire.docker.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortedTest {

  private static final Form<String> TEXT =
      new Form<>(
          String::length,
          text -> text.getBytes(StandardCharsets.UTF_8),
          bytes -> new String(bytes, StandardCharsets.UTF_8));

  private static List<String> all(Sorted<String> sorted) {
    try (Stream<String> stream = sorted.stream()) {
      return stream.toList();
    }
  }

  @Test
  void shouldHoldNoMoreThanItsMemoryWhenThereIsFarMore() {
    try (Sorted<String> sorted = new Sorted<>(TEXT, 5_000)) {
      // When
      int most = 0;
      for (int i = 0; i < 10_000; i++) {
        sorted.add(SortKey.of(10_000 - i, 0), "record " + i);
        most = Math.max(most, sorted.held());
      }

      // Then
      assertThat(most).isLessThanOrEqualTo(50);
      assertThat(sorted.size()).isEqualTo(10_000);
      assertThat(all(sorted)).hasSize(10_000).startsWith("record 9999").endsWith("record 0");
    }
  }

  @Test
  void shouldSortAsAStableSortInMemoryDoesWhateverTheMemory() {
    // Given
    record Given(SortKey key, String value) {}
    Random random = new Random(11);
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String text = random.nextInt(4) == 0 ? "é\uD83D\uDE00" + random.nextInt(3) : "";
      given.add(
          new Given(new SortKey(random.nextInt(40) - 20L, random.nextInt(3), text), "value " + i));
    }
    List<String> expected =
        given.stream().sorted(Comparator.comparing(Given::key)).map(Given::value).toList();

    for (long memory : List.of(0L, 300L, 20_000L, 10_000_000L)) {
      try (Sorted<String> sorted = new Sorted<>(TEXT, memory)) {
        // When
        given.forEach(each -> sorted.add(each.key(), each.value()));

        // Then
        assertThat(all(sorted)).isEqualTo(expected);
      }
    }
  }

  @Test
  void shouldTakeMoreAfterItWasRead() {
    try (Sorted<String> sorted = new Sorted<>(TEXT, 300)) {
      // Given
      List.of("d", "a", "c", "f").forEach(text -> sorted.add(SortKey.of(text), text));
      List<String> before = all(sorted);

      // When
      List.of("b", "e").forEach(text -> sorted.add(SortKey.of(text), text));

      // Then
      assertThat(before).containsExactly("a", "c", "d", "f");
      assertThat(all(sorted)).containsExactly("a", "b", "c", "d", "e", "f");
    }
  }
}
