package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashingTest {

  @Test
  void shouldGiveTheSameHashesForEverWhenStatesHoldThem() {
    // Given
    String text = "storywire";

    // When
    long hash = Hashing.hash64(text);
    String id = Hashing.id("url", "example.org/a");

    // Then
    assertThat(hash).isEqualTo(HASH_OF_STORYWIRE);
    assertThat(id).isEqualTo(ID_OF_EXAMPLE);
  }

  @Test
  void shouldTellPartsApartWhenTheirJoinIsEqual() {
    // Given
    String first = Hashing.id("ab", "c");

    // When
    String second = Hashing.id("a", "bc");

    // Then
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void shouldDependOnOrderWhenHashesAreCombined() {
    // Given
    long first = Hashing.combine(1, 2);

    // When
    long second = Hashing.combine(2, 1);

    // Then
    assertThat(second).isNotEqualTo(first);
  }

  private static final long HASH_OF_STORYWIRE = 0xc79ec4f2de3e9780L;
  private static final String ID_OF_EXAMPLE = "04a18c03458eaec474f3";
}
