package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldLimitsTest {

  @Test
  void shouldKeepTextWhenItIsShortEnough() {
    assertThat(FieldLimits.excerpt("a".repeat(255), FieldLimits.SOURCE)).isEqualTo("a".repeat(255));
  }

  @Test
  void shouldKeepBeginningAndSayLengthWhenTextIsTooLong() {
    // When
    String excerpt = FieldLimits.excerpt("gazette".repeat(1_000_000), FieldLimits.SOURCE);

    // Then
    assertThat(excerpt)
        .hasSize(FieldLimits.SOURCE)
        .startsWith("gazettegazette")
        .contains("7000000 characters");
  }

  @Test
  void shouldTellTextsApartWhenOnlyTheirEndsDiffer() {
    // Given
    String same = "x".repeat(2_000);

    // When
    String one = FieldLimits.excerpt(same + "1", FieldLimits.ID);
    String other = FieldLimits.excerpt(same + "2", FieldLimits.ID);

    // Then
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void shouldNotCutInsidePairWhenTextIsOfEmoji() {
    // When
    String excerpt = FieldLimits.excerpt("x" + "😀".repeat(500), 200);
    String shifted = FieldLimits.excerpt("😀".repeat(500), 200);

    // Then
    assertThat(excerpt.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain((byte) '?');
    assertThat(shifted.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain((byte) '?');
  }
}
