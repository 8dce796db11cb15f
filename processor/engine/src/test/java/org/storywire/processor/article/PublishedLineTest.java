package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "August 16, 2025 | 2025-08-16T00:00:00Z",
        "16 August 2025 | 2025-08-16T00:00:00Z",
        "Jan. 3, 2013 7:18 PM | 2013-01-03T19:18:00Z",
        "Published: August 16, 2025 | 2025-08-16T00:00:00Z",
        "Updated: May 31, 2016 - 6:54 PM | 2016-05-31T18:54:00Z",
        "Posted Jun. 15, 2015 at 8:20 AM | 2015-06-15T08:20:00Z",
        "Thursday, 2nd May 2024 12:05 a.m. ET | 2024-05-02T05:05:00Z",
        "2024-05-02T10:30:00Z | 2024-05-02T10:30:00Z",
        "2024-05-02 10:30 +02:00 | 2024-05-02T08:30:00Z",
        "16 de agosto de 2025 | 2025-08-16T00:00:00Z",
        "16 de agosto, 2025 | 2025-08-16T00:00:00Z",
        "le 16 ao\u00fbt 2025 \u00e0 14h30 | 2025-08-16T14:30:00Z",
        "1er mai 2024 | 2024-05-01T00:00:00Z",
        "Publi\u00e9 le 3 f\u00e9vrier 2024 | 2024-02-03T00:00:00Z",
        "PUBLISHED : FRIDAY , MAY 3 , 2024 , 1 : 32 PM | 2024-05-03T13:32:00Z",
        "Posted on Thu Jun 13 , 2024 08 : 45 a . m . PDT | 2024-06-13T15:45:00Z",
      })
  void shouldReadDateWhenLineHoldsNothingElse(String line, Instant expected) {
    // Given
    Optional<PublishedLine> parsed = PublishedLine.parse(line);

    // When
    Optional<Instant> at = parsed.map(PublishedLine::at);

    // Then
    assertThat(at).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bridge closed on August 16, 2025",
        "August 16, 2025 was a sad day for the town",
        "February 31, 2025",
        "Copyright 2025",
        "2025",
        "Call 555-2020 on Monday"
      })
  void shouldReadNothingWhenLineSaysMoreOrNoDate(String line) {
    // Given
    String text = line;

    // When
    Optional<PublishedLine> parsed = PublishedLine.parse(text);

    // Then
    assertThat(parsed).isEmpty();
  }

  @Test
  void shouldNameAuthorWhenLineMixesLanguages() {
    // Given
    String line = "date 2024-05-02 Published by Ana Ruiz 2 de mayo, 2024";

    // When
    PublishedLine parsed = PublishedLine.parse(line).orElseThrow();

    // Then
    assertThat(parsed)
        .isEqualTo(
            new PublishedLine(Instant.parse("2024-05-02T00:00:00Z"), Optional.of("Ana Ruiz")));
  }
}
