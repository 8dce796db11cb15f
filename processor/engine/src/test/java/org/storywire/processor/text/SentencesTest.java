package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void shouldSplitWhenMarkIsFollowedByCapital() {
    // Given
    String text = "The dam held. Would it last? \"It will!\" said the mayor. 40 homes stay empty.";

    // When
    List<String> sentences = sentences(text);

    // Then
    assertThat(sentences)
        .containsExactly(
            "The dam held.",
            "Would it last?",
            "\"It will!\" said the mayor.",
            "40 homes stay empty.");
  }

  @Test
  void shouldNotSplitWhenPointAbbreviates() {
    // Given
    String text =
        "Mr. J. Smith of St. Ives met Gov. Ortiz on Jan. 5 in the U.S. Senate, item No. 7.";

    // When
    List<String> sentences = sentences(text);

    // Then
    assertThat(sentences).containsExactly(text);
  }

  @Test
  void shouldSplitAfterNoWhenItIsAnAnswer() {
    // Given
    String text = "The council said no. Farmers protested.";

    // When
    List<String> sentences = sentences(text);

    // Then
    assertThat(sentences).containsExactly("The council said no.", "Farmers protested.");
  }

  @Test
  void shouldSplitWhenLineEnds() {
    // Given
    String text = "A headline\n\nA first sentence.  \n";

    // When
    List<String> sentences = sentences(text);

    // Then
    assertThat(sentences).containsExactly("A headline", "A first sentence.");
  }

  private static List<String> sentences(String text) {
    return Sentences.split(text).stream().map(span -> span.of(text)).toList();
  }
}
