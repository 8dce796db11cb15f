package org.storywire.processor.monitor.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a passage and a text have in common. */
class QuestionTest {

  private static final String PASSAGE =
      "The dredger Marlow sank off Penmar Head on Friday night, and its crew of nine was taken off"
          + " by a pilot boat.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Le dragueur « Étoile » a coulé près du cap ; l’équipage est sauf.  | LE DRAGUEUR "ETOILE" A COULE PRES DU CAP: L'EQUIPAGE EST SAUF
          Судно затонуло у мыса в пятницу ночью, экипаж спасён полностью.    | СУДНО ЗАТОНУЛО У МЫСА — В ПЯТНИЦУ НОЧЬЮ — ЭКИПАЖ СПАСЁН ПОЛНОСТЬЮ!
          挖泥船周五夜间在岬角附近沉没，船员获救。                           | 挖泥船 周五夜间 在岬角附近沉没 船员获救
          """)
  void shouldCarryAllOfItWhenOnlyTypographyDiffers(String asked, String other) {
    // When
    Optional<Match> match = Question.of(asked).match(other);

    // Then
    assertThat(match).hasValueSatisfying(found -> assertThat(found.share()).isEqualTo(1));
  }

  @Test
  void shouldPointAtBothTextsWhenPartIsShared() {
    // Given
    String shared = "its crew of nine was taken off by a pilot boat";
    String body = "Harbour news. The harbour master said " + shared + " within the hour.";

    // When
    Match match = Question.of(PASSAGE).match(body).orElseThrow();

    // Then
    assertThat(match.longestRun()).isEqualTo(11);
    assertThat(match.share()).isEqualTo(0.5);
    Match.Run run = match.runs().get(0);
    assertThat(PASSAGE.substring(run.asked(), run.askedEnd())).isEqualTo(shared);
    assertThat(body.substring(run.start(), run.end())).isEqualTo(shared);
  }

  @Test
  void shouldFindNothingWhenOnlyTurnOfPhraseIsShared() {
    // Given
    String body = "The trawler sank off Penmar Head on Friday night, too, in other waters.";

    // When
    Optional<Match> match = Question.of(PASSAGE).match(body);

    // Then
    assertThat(match).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 8", "20001, 20000"})
  void shouldSayWhatWasExpectedWhenPassageIsTooShortOrTooLong(int words, String expected) {
    assertThatThrownBy(() -> Question.of("w ".repeat(words).strip()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected at")
        .hasMessageContaining(expected);
  }

  @Test
  void shouldHitSketchWhenTwelveWordsInRowAreShared() {
    // Given
    Random random = new Random(4);

    for (int round = 0; round < 300; round++) {
      String twelve = words(random, 12);
      Sketch sketch =
          Sketch.of(
              words(random, random.nextInt(60)) + " " + twelve + " " + words(random, round % 40));

      // When
      int hits = sketch.hits(Question.of(words(random, 9) + " " + twelve + " " + words(random, 3)));

      // Then
      assertThat(hits).as("round " + round).isPositive();
    }
  }

  @Test
  void shouldHitNothingWhenNothingIsShared() {
    // Given
    Random random = new Random(5);

    // When
    int hits = Sketch.of(words(random, 2_000)).hits(Question.of(words(random, 500)));

    // Then
    assertThat(hits).isZero();
  }

  @Test
  void shouldEndWhenTextsRepeatThemselves() {
    // Given
    Question question = Question.of("ha ".repeat(6_000).strip());

    // When
    Match match = question.match("ha ".repeat(60_000) + "no ".repeat(6_000)).orElseThrow();

    // Then
    assertThat(match.share()).isEqualTo(1);
    assertThat(match.runs()).hasSizeLessThanOrEqualTo(50);
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toString(random.nextInt(1 << 30), 36))
        .collect(Collectors.joining(" "));
  }
}
