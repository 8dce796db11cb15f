package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPropertyTest {

  private static final String[] PIECES = {
    "word",
    "U.S.",
    "don't",
    "don\u2019t",
    "1,200.5",
    "3",
    "\u00c9t\u00e9",
    "\uff11\uff12",
    "a.m.",
    ".",
    ". ",
    "...",
    "!",
    "? ",
    ",",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\"",
    "\u201c",
    "\u201d",
    "'",
    "\u2018",
    "\u2019",
    "\u00ab",
    "\u00bb",
    "``",
    "''",
    "-",
    "\u2014",
    "\u6771",
    "\u4eac",
    "\u0627\u0644",
    "\u0301",
    "\ufb01",
    "\u0130",
    "\u00df",
    "\ud83c\udf27",
    "\ud83c",
    "\udf27",
    "\u200b",
    "\u202e",
    "\u0000",
    "\u061c",
    "Mr. ",
    "no. ",
    "(",
    ")",
    "\u2126"
  };

  @RepeatedTest(300)
  void shouldAgreeOnHashesAndPlacesWhenTextIsRandom(RepetitionInfo repetition) {
    // Given
    String string = random(new Random(repetition.getCurrentRepetition()));

    // When
    Text text = Text.of(string);

    // Then
    Tokens tokens = text.tokens();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(tokens.start(i)).isGreaterThanOrEqualTo(end);
      assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
      assertThat(tokens.hash(i)).isEqualTo(Hashing.hash64(tokens.normal(i)));
      assertThat(tokens.firstAt(tokens.start(i))).isEqualTo(i);
      end = tokens.end(i);
    }
    assertOrdered(text.sentences(), string);
    assertOrdered(text.paragraphs(), string);
  }

  @RepeatedTest(300)
  void shouldLeaveCleanTextAloneWhenCleanedAgain(RepetitionInfo repetition) {
    // Given
    String clean = TextCleaner.clean(random(new Random(repetition.getCurrentRepetition())));

    // When
    String again = TextCleaner.clean(clean);

    // Then
    assertThat(again).isSameAs(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a ",
        "\u2018a ",
        ".",
        "...x",
        ". ",
        "\"",
        "``",
        "a.",
        "A. ",
        "\n",
        "(.",
        "\u0301"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldStayLinearWhenTextIsHostile(String piece) {
    // Given
    String string = piece.repeat(2_000_000 / piece.length());

    // When
    Text text = Text.of(string);

    // Then
    assertThat(text.string()).hasSameSizeAs(string);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "\"", " ", "\u00ab"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldStayLinearWhenHostileRunEndsInWord(String piece) {
    // Given
    String string = "Before. " + piece.repeat(1_000_000) + "x after";

    // When
    Text text = Text.of(string);

    // Then
    assertThat(text.tokens().size()).isEqualTo(3);
  }

  private static void assertOrdered(List<Span> spans, String string) {
    int end = 0;
    for (Span span : spans) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.of(string)).isNotBlank();
      end = span.end();
    }
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
