package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://paper.example/opinion/2026/rates     | Rates must fall                 | OPINION
          https://paper.example/Commentisfree/rates    | Rates must fall                 | OPINION
          https://opinion.paper.example/rates          | Rates must fall                 | OPINION
          https://zeitung.example/politik/kommentar/1  | Die Zinsen müssen sinken        | OPINION
          https://paper.example/news/analysis/rates    | Why rates stay high             | ANALYSIS
          https://paper.example/rates                  | Analysis: why rates stay high   | ANALYSIS
          https://paper.example/rates                  | Rates must fall – Opinion       | OPINION
          https://paper.example/rates                  | Rates must fall (Editorial)     | OPINION
          https://diario.example/tipos                 | Opinión: los tipos deben bajar  | OPINION
          https://tribune.example/rates                | Rates unchanged                 | REPORT
          https://www.tribune.example/rates            | Rates unchanged                 | REPORT
          https://paper.example/rates?from=opinion     | Rates unchanged                 | REPORT
          https://paper.example/rates                  | Public opinion turns on rates   | REPORT
          https://paper.example/rates                  | Analysis of blood shows cause   | REPORT
          no address                                   | Rates unchanged                 | REPORT
          """)
  void shouldTellKindOfPieceWhenOutletMarksIt(String url, String title, Genre expected) {
    // When
    Genre genre = Genre.of(url, title);

    // Then
    assertThat(genre).isEqualTo(expected);
  }
}
