package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It will close, as reported by The Wall Street Journal. | The Wall Street Journal",
        "It will close, the Wall Street Journal reported. | The Wall Street Journal",
        "On Friday CNN reported that it will close. | CNN",
        "It will close, according to a report in the Harbour Times. | Harbour Times",
        "According to WSJ, it will close. | The Wall Street Journal",
        "The Times of Harbourland first reported the plan. | Times of Harbourland",
        "Cerrar\u00e1 en mayo, seg\u00fan inform\u00f3 El Pa\u00eds. | El Pa\u00eds",
        "Il fermera en mai, selon Le Monde. | Le Monde",
        "The Associated Press reports that it will close. | Associated Press",
      })
  void shouldNameOutletWhenItsReportIsRetold(String text, String outlet) {
    // Given
    List<String> found = new ArrayList<>();

    // When
    Attributions.find(text, found::add);

    // Then
    assertThat(found.stream().map(name -> name.replaceFirst("^The (?=Times of)", "")).distinct())
        .containsExactly(outlet);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Police reported three arrests, according to a statement.",
        "According to Mayor Ortiz, it will close.",
        "The Ministry of Health reported ten cases.",
        "She told The Wall Street Journal it will close.",
        "reported by ",
        " reported"
      })
  void shouldNameNobodyWhenNoOutletIsRetold(String text) {
    // Given
    List<String> found = new ArrayList<>();

    // When
    Attributions.find(text, found::add);

    // Then
    assertThat(found).isEmpty();
  }
}
