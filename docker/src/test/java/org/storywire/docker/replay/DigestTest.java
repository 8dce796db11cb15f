package org.storywire.docker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void shouldNotDependOnTheOrderOfLines() {
    // When
    String one = Digest.of(List.of("a", "b", "b"));
    String other = Digest.of(List.of("b", "a", "b"));

    // Then
    assertThat(one).isEqualTo(other).hasSize(64);
  }

  @Test
  void shouldCountALineAsOftenAsItIsSaid() {
    // When
    String once = Digest.of(List.of("a", "b"));
    String twice = Digest.of(List.of("a", "b", "b"));

    // Then
    assertThat(once).isNotEqualTo(twice);
  }
}
