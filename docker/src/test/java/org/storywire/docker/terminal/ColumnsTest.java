package org.storywire.docker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void shouldDropDirectionMarksAndReplaceControlsWhenNeutralised() {
    // Given
    String text = "Safe\u202E\u001b[31m red\u0007\r\n\tnext\u2067 line\u200F ";

    // When
    String plain = Columns.neutralise(text);

    // Then
    assertThat(plain).isEqualTo("Safe\uFFFD[31m red\uFFFD next line");
  }

  @Test
  void shouldReplaceHalfOfAPairWhenNeutralised() {
    // Given
    String text = "a\uD83Db";

    // When
    String plain = Columns.neutralise(text);

    // Then
    assertThat(plain).isEqualTo("a\uFFFDb");
  }

  @Test
  void shouldCountTwoColumnsForWideAndNoneForCombiningCharacters() {
    // Given
    String wide = "東京";
    String combining = "e\u0301";

    // When
    int wideColumns = Columns.width(wide);
    int combiningColumns = Columns.width(combining);

    // Then
    assertThat(wideColumns).isEqualTo(4);
    assertThat(combiningColumns).isEqualTo(1);
  }

  @Test
  void shouldNotExceedColumnsWhenWideCharacterDoesNotFit() {
    // Given
    String text = "ab東京都";

    // When
    String cut = Columns.cut(text, 6);

    // Then
    assertThat(cut).isEqualTo("ab東…");
    assertThat(Columns.width(cut)).isLessThanOrEqualTo(6);
  }

  @Test
  void shouldFillWithSpacesWhenTextIsShort() {
    // Given
    String text = "東";

    // When
    String fitted = Columns.fit(text, 5);

    // Then
    assertThat(fitted).isEqualTo("東   ");
  }
}
