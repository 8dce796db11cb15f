package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void shouldKeepMarksInsideWordsWhenTheyBelongToThem() {
    // Given
    String text = "The U.S. envoy didn\u2019t sign; O'Hara's 1,200.5-tonne ship left at 9 a.m.";

    // When
    List<String> tokens = normal(text);

    // Then
    assertThat(tokens)
        .containsExactly(
            "the",
            "us",
            "envoy",
            "didn't",
            "sign",
            "o'hara's",
            "1200.5",
            "tonne",
            "ship",
            "left",
            "at",
            "9",
            "am");
  }

  @Test
  void shouldEndWordAtPointWhenItIsNoInitialism() {
    // Given
    String text = "So did I. Then it was over.Next";

    // When
    List<String> tokens = normal(text);

    // Then
    assertThat(tokens).containsExactly("so", "did", "i", "then", "it", "was", "over", "next");
  }

  @Test
  void shouldSplitIdeographsWhenTextHasNoSpaces() {
    // Given
    String text = "\u6771\u4eac2020";

    // When
    List<String> tokens = normal(text);

    // Then
    assertThat(tokens).containsExactly("\u6771", "\u4eac", "2020");
  }

  @Test
  void shouldGiveSameHashWhenWordsDifferInCaseAndApostrophe() {
    // Given
    Tokens straight = Text.of("don't CAF\u00c9").tokens();
    Tokens curly = Text.of("DON\u2019T cafe\u0301").tokens();

    // When
    boolean equal = straight.hash(0) == curly.hash(0) && straight.hash(1) == curly.hash(1);

    // Then
    assertThat(equal).isTrue();
  }

  @Test
  void shouldDescribeTokensWhenAsked() {
    // Given
    Tokens tokens = Text.of("NATO met Ana \"in 3 rooms\" today").tokens();

    // When
    int quoted = (int) IntStream.range(0, tokens.size()).filter(tokens::quoted).count();

    // Then
    assertThat(quoted).isEqualTo(3);
    assertThat(tokens.upperCase(0)).isTrue();
    assertThat(tokens.upperCase(2)).isFalse();
    assertThat(tokens.capitalised(2)).isTrue();
    assertThat(tokens.capitalised(1)).isFalse();
    assertThat(tokens.number(4)).isTrue();
  }

  @Test
  void shouldTellWhereApostrophesMayBe() {
    // Given
    Tokens tokens = Text.of("China's l\u2019\u00e9tat plain").tokens();

    // When
    List<Boolean> found = IntStream.range(0, 3).mapToObj(tokens::mayHoldApostrophe).toList();

    // Then
    assertThat(found).containsExactly(true, true, false);
  }

  @Test
  void shouldFindFirstTokenWhenOffsetIsAnywhere() {
    // Given
    Tokens tokens = Text.of("one two three").tokens();

    // When
    List<Integer> found = List.of(tokens.firstAt(0), tokens.firstAt(1), tokens.firstAt(99));

    // Then
    assertThat(found).containsExactly(0, 1, 3);
  }

  @Test
  void shouldCountTokensOfAnyStretchThatBeginsAtOne() {
    // Given
    String text =
        "The U.S. envoy didn\u2019t sign \u201cat 9 a.m.\u201d: 1,200.5 tonnes, \u6771\u4eac";
    Tokens tokens = Text.of(text).tokens();

    for (int first = 0; first < tokens.size(); first++) {
      for (int last = first; last < tokens.size(); last++) {
        // When
        int count = Tokens.count(text, tokens.start(first), tokens.start(last));

        // Then
        assertThat(count).isEqualTo(last - first);
      }
    }
  }

  private static List<String> normal(String text) {
    Tokens tokens = Text.of(text).tokens();
    return IntStream.range(0, tokens.size()).mapToObj(tokens::normal).toList();
  }
}
