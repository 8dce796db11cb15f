package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LineTableTest {

  @Test
  void shouldCountArticlesAndDaysWhenLineRecurs() {
    // Given
    LineTable table =
        LineTable.EMPTY
            .withArticle(new int[] {7, -3, 7}, 100)
            .withArticle(new int[] {7}, 100)
            .withArticle(new int[] {7}, 99);

    // When
    LineTable next = table.withArticle(new int[] {7, 8}, 102);

    // Then
    assertThat(next.articles()).isEqualTo(4);
    assertThat(next.count(7)).isEqualTo(4);
    assertThat(next.days(7)).isEqualTo(2);
    assertThat(next.lastDay(7)).isEqualTo(102);
    assertThat(next.count(-3)).isEqualTo(1);
    assertThat(next.count(99)).isZero();
    assertThat(next.lastDay(99)).isEqualTo(-1);
    assertThat(next.size()).isEqualTo(3);
  }

  @Test
  void shouldHalveCountsWhenManyArticlesWereSeen() {
    // Given
    LineTable table = LineTable.EMPTY;

    // When
    for (int i = 0; i < LineTable.AGEING_ARTICLES; i++) {
      table = table.withArticle(i % 2 == 0 ? new int[] {1} : new int[] {1, i + 10}, i);
    }

    // Then
    assertThat(table.articles()).isEqualTo(LineTable.AGEING_ARTICLES / 2);
    assertThat(table.count(1)).isEqualTo(LineTable.AGEING_ARTICLES / 2);
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void shouldForgetRareAndOldLinesFirstWhenItIsFull() {
    // Given
    LineTable table = LineTable.EMPTY.withArticle(new int[] {5}, 1).withArticle(new int[] {5}, 2);
    table = table.withArticle(new int[] {6}, 3);

    // When
    for (int i = 0; i < 60; i++) {
      table = table.withArticle(prints(i * 100, 100), 10 + i);
    }

    // Then
    assertThat(table.count(5)).isEqualTo(2);
    assertThat(table.count(6)).isZero();
    assertThat(table.count(prints(5_900, 1)[0])).isEqualTo(1);
  }

  @RepeatedTest(50)
  void shouldStayBoundedAndSurviveBytesWhenFedAtRandom(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    LineTable table = LineTable.EMPTY;

    // When
    for (int i = 0; i < 400; i++) {
      int[] prints = random.ints(random.nextInt(200), -2_000, 2_000).toArray();
      table = table.withArticle(prints, random.nextInt(100_000) - 10_000);
    }

    // Then
    assertThat(table.size()).isLessThanOrEqualTo(LineTable.MAX_LINES);
    assertThat(table.toBytes().length).isLessThanOrEqualTo(8192);
    assertThat(LineTable.fromBytes(table.toBytes())).isEqualTo(table);
    assertThat(table.articles()).isBetween(0, LineTable.AGEING_ARTICLES);
  }

  @Test
  void shouldStayBoundedWhenOneArticleHasMoreLinesThanFit() {
    // Given
    int[] prints = prints(0, 5_000);

    // When
    LineTable table = LineTable.EMPTY.withArticle(prints, 1);

    // Then
    assertThat(table.size()).isLessThanOrEqualTo(LineTable.MAX_LINES);
  }

  @Test
  void shouldRefuseBytesWhenVersionIsUnknown() {
    // Given
    byte[] bytes = {9, 0};

    // When / Then
    assertThatThrownBy(() -> LineTable.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version");
  }

  private static int[] prints(int from, int count) {
    int[] prints = new int[count];
    for (int i = 0; i < count; i++) {
      prints[i] = (from + i + 1_000) * 7919;
    }
    return prints;
  }

  @Test
  void shouldNameTheLanguageThatLeadsWhenSeveralOccur() {
    // Given
    LineTable table = LineTable.EMPTY.withLanguage("en");

    // When
    LineTable twice = table.withLanguage("en").withArticle(new int[] {5}, 3);
    LineTable changed = twice.withLanguage("fr").withLanguage("fr").withLanguage("fr");

    // Then
    assertThat(table.language()).isEmpty();
    assertThat(LineTable.fromBytes(twice.toBytes()).language()).contains("en");
    assertThat(changed.withLanguage("fr").language()).contains("fr");
  }
}
