package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KnownVersionTest {

  @RepeatedTest(50)
  void shouldBeTheSameWhenReadFromItsBytes(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    KnownVersion known =
        new KnownVersion(
            random.nextLong(),
            random.nextInt(1_000),
            random.ints(random.nextInt(128)).toArray(),
            random.ints(random.nextInt(64)).sorted().toArray(),
            random.nextBoolean() ? Optional.of("0123456789abcdef0123") : Optional.empty());

    // When
    KnownVersion read = KnownVersion.fromBytes(known.toBytes());

    // Then
    assertThat(read).isEqualTo(known);
    assertThat(read.successor()).isEqualTo(known.successor());
    assertThat(read.revision()).isEqualTo(known.revision());
    assertThat(read.toBytes().length).isLessThan(1024);
  }

  @Test
  void shouldRefuseBytesWhenTheyAreCut() {
    // Given
    byte[] bytes = new KnownVersion(1, 0, new int[] {1, 2}, new int[0], Optional.empty()).toBytes();
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);

    // When / Then
    assertThatThrownBy(() -> KnownVersion.fromBytes(cut))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
