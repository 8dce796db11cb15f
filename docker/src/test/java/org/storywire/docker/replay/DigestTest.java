package org.storywire.docker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void shouldNotDependOnTheOrderOfLines() {
    // When
    String one = digest("a", "b", "b");
    String other = digest("b", "a", "b");

    // Then
    assertThat(one).isEqualTo(other).hasSize(64);
  }

  @Test
  void shouldCountALineAsOftenAsItIsSaid() {
    // When
    String once = digest("a", "b");
    String twice = digest("a", "b", "b");

    // Then
    assertThat(once).isNotEqualTo(twice);
  }

  private static String digest(String... lines) {
    try (Digest digest = new Digest()) {
      List.of(lines).forEach(digest::add);
      return digest.hex();
    }
  }
}
