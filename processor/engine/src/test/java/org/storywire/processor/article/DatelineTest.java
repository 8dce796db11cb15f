package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

  private static final String REST = "The old bridge closed on Thursday.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "LONDON (AP) \u2014 | LONDON | Associated Press",
        "LONDON, Aug 16 (Reuters) - | LONDON | Reuters",
        "(Reuters) - | - | Reuters",
        "(CNN) | - | CNN",
        "(CNN) -- | - | CNN",
        "Portville (CNN) | Portville | CNN",
        "HAWTHORNE (Echo4) \u2014 | HAWTHORNE | Echo4",
        "WASHINGTON \u2014 | WASHINGTON | -",
        "OBERLIN, Ohio - | OBERLIN, Ohio | -",
        "ST. LOUIS -- | ST. LOUIS | -",
      })
  void shouldTakePlaceAndAgencyOffWhenParagraphBeginsWithThem(
      String prefix, String place, String agency) {
    // Given
    String paragraph = prefix + " " + REST;

    // When
    Dateline dateline = Dateline.parse(paragraph).orElseThrow();

    // Then
    assertThat(dateline.rest()).isEqualTo(REST);
    assertThat(names(dateline.credits(), Credit.Kind.DATELINE))
        .isEqualTo(Optional.ofNullable(place));
    assertThat(names(dateline.credits(), Credit.Kind.AGENCY))
        .isEqualTo(Optional.ofNullable(agency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Senator Ortiz (D-Maine) said the bridge would be rebuilt within a year.",
        "UPDATE \u2014 The bridge will be rebuilt within a year, the mayor said.",
        "The bridge \u2014 a landmark \u2014 will be rebuilt within a year, she said.",
        "NASA said the launch would be delayed by a week.",
        "X-rays showed that the pillar had been cracked for years.",
        "LONDON (AP) \u2014 Short"
      })
  void shouldLeaveParagraphAloneWhenItBeginsWithText(String paragraph) {
    // Given
    String text = paragraph;

    // When
    Optional<Dateline> dateline = Dateline.parse(text);

    // Then
    assertThat(dateline).isEmpty();
  }

  private static Optional<String> names(List<Credit> credits, Credit.Kind kind) {
    return credits.stream().filter(c -> c.kind() == kind).map(Credit::name).findFirst();
  }
}
