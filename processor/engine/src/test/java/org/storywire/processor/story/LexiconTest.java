package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "germany",
        "alemania",
        "allemagne",
        "deutschland",
        "sénégal",
        "österreich",
        "ohio"
      })
  void shouldKnowCountryWhateverThePlatformCallsIt(String name) {
    assertThat(Lexicon.COUNTRIES.contains(Words.key(name))).isTrue();
  }

  @Test
  void shouldKnowSoManyCountriesOnEveryPlatform() {
    assertThat(Lexicon.COUNTRIES).hasSize(520);
  }

  @ParameterizedTest
  @ValueSource(strings = {"may", "paris", "states"})
  void shouldNotTakeOtherWordsForCountries(String word) {
    assertThat(Lexicon.COUNTRIES.contains(Words.key(word))).isFalse();
  }
}
