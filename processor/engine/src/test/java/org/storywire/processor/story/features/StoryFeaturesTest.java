package org.storywire.processor.story.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.processor.story.Articles;
import org.storywire.processor.text.Document;

class StoryFeaturesTest {

  private static StoryFeatures features(String title, String body) {
    return new StoryFeatureExtractor()
        .of(
            Document.of(
                "x", "wire.example", "en", Instant.parse("2026-03-05T12:00:00Z"), title, body));
  }

  @Test
  void shouldSurviveBytes() {
    // Given
    StoryFeatures features = features(Articles.HARBOUR_TITLE, Articles.HARBOUR);

    // When
    StoryFeatures read = StoryFeatures.fromBytes(features.toBytes());

    // Then
    assertThat(read.toBytes()).isEqualTo(features.toBytes());
    assertThat(features.toBytes()[0]).isEqualTo((byte) 3);
    assertThat(read.sentences()).hasSameSizeAs(features.sentences());
    assertThat(read.days()).isEqualTo(features.days());
  }

  @Test
  void shouldRefuseOtherVersions() {
    assertThatThrownBy(() -> StoryFeatures.fromBytes(new byte[] {9}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 9, expected 3");
  }

  @Test
  void shouldResolveWeekdaysBackwards() {
    // Given: published on a Thursday
    StoryFeatures features =
        features("", "He was shot on Friday. She was found Thursday, a year after Jan. 3, 2025.");

    // Then
    assertThat(features.days())
        .containsExactly(
            (int) LocalDate.parse("2025-01-03").toEpochDay(),
            (int) LocalDate.parse("2026-02-27").toEpochDay(),
            (int) LocalDate.parse("2026-03-05").toEpochDay());
  }

  @Test
  void shouldResolveDaysAgainstItsOwnDateWhenArticleIsReceivedLater() {
    // Given: an article of June 2013 that comes without a date in 2026
    Document document =
        Document.of(
            "x",
            "wire.example",
            "en",
            Instant.parse("2026-03-05T12:00:00Z"),
            "",
            "The mill burned down on Monday. Two men were held yesterday.");

    // When
    StoryFeatures features =
        new StoryFeatureExtractor().of(document, Instant.parse("2013-06-13T08:45:00Z"));

    // Then
    assertThat(features.days())
        .containsExactly(
            (int) LocalDate.parse("2013-06-10").toEpochDay(),
            (int) LocalDate.parse("2013-06-12").toEpochDay());
  }

  @Test
  void shouldTakeMonthAndDayWithoutYearFromThePast() {
    assertThat(features("", "The trial began on December 12 in Lindmouth.").days())
        .containsExactly((int) LocalDate.parse("2025-12-12").toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry sank on 12 June.",
        "The ferry sank on the 12th of June.",
        "Die Fähre sank am 12. Juni.",
        "El ferry se hundió el 12 de junio.",
        "The ferry sank June 12.",
        "The ferry sank Jun. 12."
      })
  void shouldKnowADayBesideItsMonth(String text) {
    assertThat(features("", text).days())
        .containsExactly((int) LocalDate.parse("2025-06-12").toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The fire killed 12 in June.",
        "The work began in June. 12 people were hired.",
        "In June, 14-year-old twins won."
      })
  void shouldNotTakeAFigureNearAMonthForItsDay(String text) {
    // When
    StoryFeatures features = features("", text);

    // Then
    assertThat(features.days()).isEmpty();
    int figures = features.profile().size(Field.NUMBERS) + features.profile().size(Field.AGES);
    assertThat(figures).isEqualTo(1);
  }

  @Test
  void shouldTellStreetsAgesAndFiguresApart() {
    // Given
    StoryFeatures features =
        features(
            "",
            "Mara Lund, 34, was hit in the 2500 block of East 75th Street at 9:15 p.m. and 12"
                + " people ran.");

    // Then
    assertThat(features.profile().size(Field.STREETS)).isEqualTo(2);
    assertThat(features.profile().size(Field.AGES)).isEqualTo(1);
    assertThat(features.profile().size(Field.NUMBERS)).isEqualTo(1);
    assertThat(features.figures()).hasSize(1);
    assertThat(features.people()).hasSize(1);
  }

  @Test
  void shouldCountPossessiveAndPluralAsTheWordItself() {
    // Given
    StoryFeatures plain = features("", "the ferry of the company sank");
    StoryFeatures bent = features("", "the ferries of company's sank");

    // Then
    assertThat(bent.profile().keys(Field.TERMS)).isEqualTo(plain.profile().keys(Field.TERMS));
  }

  @Test
  void shouldFindNothingInEmptyArticle() {
    // Given
    StoryFeatures features = features("", "");

    // Then
    assertThat(features.profile().size()).isZero();
    assertThat(features.sentences()).isEmpty();
  }
}
