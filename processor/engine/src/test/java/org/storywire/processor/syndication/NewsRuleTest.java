package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.processor.text.Document;

class NewsRuleTest {

  private static final String REST =
      """


      The board of the league thanked the stewards, who had cleared the pitch of snow since dawn.

      This report was written from the referee's form. Tables and scorers are on the pages of the
      league, and clubs can ask for corrections until the evening after the match.\
      """;

  private static Fingerprint fingerprint(String id, String body) {
    Instant at = Instant.parse("2026-03-02T08:00:00Z");
    Document document = Document.of(id, id + ".example", "en", at, "Match report", body);
    return new Fingerprinter().of(document, List.of(), false);
  }

  private static NewsRule.Difference difference(String one, String other) {
    Fingerprint first = fingerprint("a", one);
    Fingerprint second = fingerprint("b", other);
    Comparer comparer = new Comparer();
    comparer.begin(first);
    Overlap overlap = new Overlap();
    comparer.compare(second.sample(), second.content(), overlap);
    return new NewsRule().difference(first, second, overlap);
  }

  @Test
  void shouldFindAnotherSubjectWhenNamesDifferInOneWording() {
    // Given
    String one = "In the northern league Harrow Town beat Pell Rovers 3-1 before a crowd of 412.";
    String other =
        "In the northern league Carrick Vale beat Stowe United 2-0 before a crowd of 95.";

    // When
    NewsRule.Difference difference = difference(one + REST, other + REST);

    // Then
    assertThat(difference).isEqualTo(NewsRule.Difference.SUBJECT);
  }

  @Test
  void shouldFindOtherFiguresWhenOnlyFiguresDiffer() {
    // Given
    String one = "The ferry carried 412 people in 31 crossings before a storm of force 9 set in.";
    String other = "The ferry carried 95 people in 12 crossings before a storm of force 8 set in.";

    // When
    NewsRule.Difference difference = difference(one + REST, other + REST);

    // Then
    assertThat(difference).isEqualTo(NewsRule.Difference.FIGURES);
  }

  @Test
  void shouldFindNoDifferenceWhenACopyChangesOneFigure() {
    // Given
    String one = "In the northern league Harrow Town beat Pell Rovers 3-1 before a crowd of 412.";
    String other = "In the northern league Harrow Town beat Pell Rovers 3-1 before a crowd of 420.";

    // When
    NewsRule.Difference difference = difference(one + REST, other + REST);

    // Then
    assertThat(difference).isEqualTo(NewsRule.Difference.NONE);
  }

  @Test
  void shouldFindNoDifferenceWhenACopyBeginsInWordsOfItsOwn() {
    // Given
    String one = "In the northern league Harrow Town beat Pell Rovers 3-1 before a crowd of 412.";
    String other =
        "HARROW, March 2 - Nobody at Mill Lane can remember a colder Saturday than this.\n\n";

    // When
    NewsRule.Difference difference = difference(one + REST, other + one + REST);

    // Then
    assertThat(difference).isEqualTo(NewsRule.Difference.NONE);
  }
}
