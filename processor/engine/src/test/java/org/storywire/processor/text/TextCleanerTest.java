package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCleanerTest {

  @Test
  void shouldReturnSameTextWhenNothingIsToDo() {
    // Given
    String text = "Rain fell.\n\u00c9tienne stayed \u2014 \ud83c\udf27 \u2014 at home.";

    // When
    String clean = TextCleaner.clean(text);

    // Then
    assertThat(clean).isSameAs(text);
  }

  @Test
  void shouldUnifyLineEndsWhenTheyDiffer() {
    // Given
    String text = "one\r\ntwo\rthree\u2028four\u0085five";

    // When
    String clean = TextCleaner.clean(text);

    // Then
    assertThat(clean).isEqualTo("one\ntwo\nthree\nfour\nfive");
  }

  @Test
  void shouldRemoveMarksWhenTheyAreInvisibleOrChangeDirection() {
    // Given
    String text = "\ufeffThe \u202erea\u00addy\u202c \u061cend\u200b\u0007.\u2066\u200f";

    // When
    String clean = TextCleaner.clean(text);

    // Then
    assertThat(clean).isEqualTo("The ready end.");
  }

  @Test
  void shouldMakeSpacesPlainWhenTheyAreExotic() {
    // Given
    String text = "a\u00a0b\u2009c\td\u3000e";

    // When
    String clean = TextCleaner.clean(text);

    // Then
    assertThat(clean).isEqualTo("a b c d e");
  }

  @Test
  void shouldReplaceSurrogatesWhenTheyStandAlone() {
    // Given
    String text = "x\ud83cy\udf27z";

    // When
    String clean = TextCleaner.clean(text);

    // Then
    assertThat(clean).isEqualTo("x\ufffdy\ufffdz");
  }
}
