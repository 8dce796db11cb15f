package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopWordsTest {

  @Test
  void shouldKnowFunctionWordsWhenTheyAreHashedAsTokens() {
    // Given
    Tokens tokens = Text.of("The bridge wasn\u2019t").tokens();

    // When
    boolean[] stop = {
      StopWords.of("en").contains(tokens.hash(0)),
      StopWords.of("en").contains(tokens.hash(1)),
      StopWords.of("en").contains(tokens.hash(2))
    };

    // Then
    assertThat(stop).containsExactly(true, false, true);
  }

  @Test
  void shouldHaveNoneWhenLanguageIsNotRead() {
    // Given
    String language = "und";

    // When
    int size = StopWords.of(language).size();

    // Then
    assertThat(size).isZero();
  }
}
