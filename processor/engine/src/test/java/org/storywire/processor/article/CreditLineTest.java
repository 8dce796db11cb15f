package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jane Doe | BYLINE Jane Doe",
        "By JANE DOE and TOM REED | BYLINE JANE DOE; BYLINE TOM REED",
        "By Jane Doe, Associated Press | BYLINE Jane Doe; AGENCY Associated Press",
        "By JANE DOE, AP Sports Writer | BYLINE JANE DOE; AGENCY Associated Press",
        "By Jane Doe, Staff Writer | BYLINE Jane Doe",
        "By The Associated Press | AGENCY Associated Press",
        "Por Ana de la Cruz | BYLINE Ana de la Cruz",
        "Jane Doe, Reuters | BYLINE Jane Doe; AGENCY Reuters",
        "-- Jane Doe | BYLINE Jane Doe",
        "(Reuters) | AGENCY Reuters",
        "The Associated Press | AGENCY Associated Press",
        "The Associated Press contributed to this report. | AGENCY Associated Press",
        "Tom Reed contributed reporting. | BYLINE Tom Reed",
        "(Reporting by Jane Doe; Editing by Tom Reed) | BYLINE Jane Doe",
        "Read the full story at The Harbour Echo. | VIA The Harbour Echo",
        "This article originally appeared in The Harbour Echo. | VIA The Harbour Echo",
        "Source: Reuters | AGENCY Reuters",
        "Write to Jane Doe at jane@thomsonreuters.com | BYLINE Jane Doe; AGENCY-ADDRESS Reuters",
        "jane.doe@harbourecho.example | AGENCY-ADDRESS harbourecho.example",
      })
  void shouldNameCreditsWhenLineIsNothingElse(String line, String expected) {
    // Given
    Line credit = Line.of(line);

    // When
    Optional<List<Credit>> credits = CreditLine.parse(credit);

    // Then
    assertThat(credits.map(CreditLineTest::text))
        .contains(expected.replace("AGENCY-ADDRESS", "AUTHOR_ADDRESS"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Tuesday the water had reached the second floor of the town hall.",
        "By noon, all roads were closed",
        "Her work has contributed to a better understanding of floods, the wardens said.",
        "Anyone with information can write to tips@police.example.gov",
        "The Associated Press asked for the files.",
        "Jane Doe, who lives nearby, heard the crash",
      })
  void shouldLeaveLineAloneWhenItIsText(String line) {
    // Given
    Line text = Line.of(line);

    // When
    Optional<List<Credit>> credits = CreditLine.parse(text);

    // Then
    assertThat(credits).isEmpty();
  }

  private static String text(List<Credit> credits) {
    return String.join("; ", credits.stream().map(c -> c.kind() + " " + c.name()).toList());
  }
}
