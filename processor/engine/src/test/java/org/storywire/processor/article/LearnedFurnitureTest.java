package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.article.Pages.main;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnedFurnitureTest {

  private static final Instant DAY = Instant.parse("2024-05-01T09:00:00Z");
  private static final String PLEA =
      "Our readers make this paper possible, as they have since 1904.";
  private static final String PARAGRAPH =
      "The harbour bridge, built ninety years ago and painted green ever since, is the only road"
          + " link between the two halves of the town and carries ten thousand cars a day.";

  @Test
  void shouldRemoveLineWhenItRecursInDifferentArticlesOnThreeDays() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    main(page("1", 0, own("ferry") + PLEA), memory);
    main(page("2", 1, own("orchard") + PLEA), memory);

    // When
    CleanArticle third = main(page("3", 2, own("library") + PLEA), memory);

    // Then
    assertThat(third.body()).doesNotContain("readers").contains("library");
    assertThat(third.furniture()).containsExactly(PLEA);
  }

  @Test
  void shouldKeepLineWhenItRecursOnOneDayOnly() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int i = 0; i < 9; i++) {
      main(page("early" + i, 0, own("ferry" + i) + PLEA), memory);
    }

    // When
    CleanArticle last = main(page("last", 0, own("library") + PLEA), memory);

    // Then
    assertThat(last.body()).contains("readers");
  }

  @Test
  void shouldLearnNothingWhenOneArticleIsRevisedAgainAndAgain() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int day = 0; day < 9; day++) {
      main(page("1", day, own("ferry" + day) + PLEA), memory);
    }

    // When
    CleanArticle revised = main(page("1", 10, own("ferry" + 10) + PLEA), memory);

    // Then
    assertThat(revised.body()).contains("readers");
    assertThat(memory.lines("echo.example").articles()).isEqualTo(1);
  }

  @Test
  void shouldLearnNothingWhenSourceIsUnknown() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int day = 0; day < 5; day++) {
      main(unknown(day), memory);
    }

    // When
    CleanArticle last = main(unknown(6), memory);

    // Then
    assertThat(last.body()).contains("readers");
    assertThat(memory.lines).isEmpty();
  }

  @Test
  void shouldKeepFormulaWhenFewOfTheSourcesArticlesHaveIt() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int i = 0; i < 120; i++) {
      boolean formula = i % 40 == 0;
      main(page("n" + i, i / 4, own("subject" + i) + (formula ? PLEA : "")), memory);
    }

    // When
    CleanArticle last = main(page("last", 40, own("library") + PLEA), memory);

    // Then
    assertThat(last.body()).contains("readers");
  }

  @Test
  void shouldKeepBackgroundInsideTextWhenRunningStoryRepeatsIt() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int i = 0; i < 40; i++) {
      String body = i % 10 == 0 ? around("bridge" + i) : own("subject" + i);
      main(page("n" + i, i, body), memory);
    }

    // When
    CleanArticle last = main(page("last", 50, around("repair")), memory);

    // Then
    assertThat(last.body()).contains("painted green");
  }

  @Test
  void shouldRemoveLongParagraphWhenMostArticlesHaveIt() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int i = 0; i < 10; i++) {
      main(page("n" + i, i, around("subject" + i)), memory);
    }

    // When
    CleanArticle last = main(page("last", 20, around("library")), memory);

    // Then
    assertThat(last.body()).doesNotContain("painted green").contains("library");
  }

  @Test
  void shouldKeepSentencesWhenNothingElseWouldBeLeft() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    for (int i = 0; i < 5; i++) {
      main(page("n" + i, i, PLEA), memory);
    }

    // When
    CleanArticle last = main(page("last", 9, PLEA), memory);

    // Then
    assertThat(last.body()).isEqualTo(PLEA);
  }

  @Test
  void shouldCallArticleUnchangedWhenItsFurnitureWasLearnedMeanwhile() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    RawPage first = page("1", 0, own("ferry") + PLEA);
    main(first, memory);
    for (int i = 2; i < 6; i++) {
      main(page("n" + i, i, own("subject" + i) + PLEA), memory);
    }

    // When
    CleanArticle again = main(first, memory);

    // Then
    assertThat(again.unchanged()).isTrue();
    assertThat(again.body()).doesNotContain("readers");
  }

  private static String own(String subject) {
    return "The %1$s made news on the coast this week, people there said.\nNobody had expected the %1$s to matter so much to the town.\nThe %1$s may be discussed again in June, a clerk said.\nMore about the %1$s will be known by then.\n"
        .formatted(subject);
  }

  private static String around(String subject) {
    return own(subject) + PARAGRAPH + "\n" + own("other " + subject);
  }

  private static RawPage page(String id, int day, String body) {
    return Pages.page(id, "Title " + id, body, DAY.plusSeconds(86_400L * day));
  }

  private static RawPage unknown(int day) {
    return new RawPage(
        RawPage.UNKNOWN_SOURCE,
        "u" + day,
        Optional.empty(),
        Optional.of("Title " + day),
        own("subject" + day) + PLEA,
        Optional.of(DAY.plusSeconds(86_400L * day)),
        Pages.RECEIVED.plusSeconds(86_400L * 60));
  }
}
