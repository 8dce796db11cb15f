package org.storywire.processor.story.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryLexiconTest {

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
    assertThat(StoryLexicon.COUNTRIES.contains(StoryWords.key(name))).isTrue();
  }

  @Test
  void shouldKnowSoManyCountriesOnEveryPlatform() {
    assertThat(StoryLexicon.COUNTRIES).hasSize(520);
  }

  @ParameterizedTest
  @ValueSource(strings = {"may", "paris", "states"})
  void shouldNotTakeOtherWordsForCountries(String word) {
    assertThat(StoryLexicon.COUNTRIES.contains(StoryWords.key(word))).isFalse();
  }
}
