package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "3 hours ago | - | PT3H",
        "time10 minutes ago | - | PT10M",
        "an hour ago | - | PT1H",
        "Harbour Echo9 hours ago | Harbour Echo | PT9H",
        "Harbour Echo \u2022 2 days ago | Harbour Echo | PT48H",
        "Updated 5 mins ago | - | PT5M",
        "2h ago | - | PT2H",
        "hace 3 horas | - | PT3H",
        "il y a 20 minutes | - | PT20M",
        "El Faro, hace 1 d\u00eda | El Faro | PT24H",
      })
  void shouldReadAgeAndOutletWhenLineTellsThem(String line, String outlet, Duration age) {
    // Given
    Optional<RelativeTime> parsed = RelativeTime.parse(line);

    // When
    RelativeTime time = parsed.orElseThrow();

    // Then
    assertThat(time).isEqualTo(new RelativeTime(Optional.ofNullable(outlet), age));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The town was founded long ago",
        "He left Chicago",
        "It all began with a small fire in the old mill that nobody cared about, and that was 40"
            + " years ago",
        "ago"
      })
  void shouldReadNothingWhenLineIsText(String line) {
    // Given
    String text = line;

    // When
    Optional<RelativeTime> parsed = RelativeTime.parse(text);

    // Then
    assertThat(parsed).isEmpty();
  }
}
