package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashIndexTest {

  @Test
  void shouldNumberEveryHashAndNoOther() {
    // Given
    Random random = new Random(11);
    LongLinkedOpenHashSet hashes = new LongLinkedOpenHashSet();
    while (hashes.size() < 20_000) {
      hashes.add(random.nextLong());
    }
    long[] numbered = hashes.toLongArray();

    // When
    HashIndex index = new HashIndex(numbered);

    // Then
    for (int i = 0; i < numbered.length; i++) {
      assertThat(index.get(numbered[i])).isEqualTo(i);
    }
    for (int i = 0; i < 100_000; i++) {
      long other = random.nextLong();
      assertThat(hashes.contains(other) || index.get(other) == HashIndex.ABSENT).isTrue();
    }
  }

  @Test
  void shouldTellHashesApartWhenTheirLowerBitsAreEqual() {
    // Given
    long[] hashes = {0, 1L << 40, 2L << 40, 3L << 40, -1L << 40};

    // When
    HashIndex index = new HashIndex(hashes);

    // Then
    for (int i = 0; i < hashes.length; i++) {
      assertThat(index.get(hashes[i])).isEqualTo(i);
    }
    assertThat(index.get(4L << 40)).isEqualTo(HashIndex.ABSENT);
  }

  @Test
  void shouldHoldNothingWhenEmpty() {
    HashIndex index = new HashIndex(new long[0]);

    assertThat(index.get(0)).isEqualTo(HashIndex.ABSENT);
    assertThat(index.get(42)).isEqualTo(HashIndex.ABSENT);
  }
}
