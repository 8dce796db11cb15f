package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PostingsTest {

  @Test
  void shouldHaveNothingWhenNoArticleCarriesTheKey() {
    assertThat(slots(new Postings(), 3)).isEmpty();
  }

  @Test
  void shouldHoldTheSlotsThatWereAddedAndNotRemoved() {
    // Given
    Random random = new Random(5);
    Postings postings = new Postings();
    Map<Integer, Set<Integer>> expected = new TreeMap<>();

    // When
    for (int i = 0; i < 100_000; i++) {
      int key = random.nextInt(1 + random.nextInt(400));
      int slot = random.nextInt(60);
      if (expected.computeIfAbsent(key, k -> new TreeSet<>()).add(slot)) {
        postings.add(key, slot);
      } else {
        expected.get(key).remove(slot);
        postings.remove(key, slot);
      }
    }

    // Then
    assertThat(expected)
        .allSatisfy((key, slots) -> assertThat(slots(postings, key)).isEqualTo(slots));
  }

  private static Set<Integer> slots(Postings postings, int key) {
    Set<Integer> slots = new TreeSet<>();
    int place = postings.find(key);
    for (int i = 0; i < postings.size(place); i++) {
      slots.add(postings.slot(place, i));
    }
    return slots;
  }
}
