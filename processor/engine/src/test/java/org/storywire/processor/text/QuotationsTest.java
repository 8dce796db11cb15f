package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "She said \"we go\" and left | \"we go\"",
        "She said \u201cwe go\u201d and left | \u201cwe go\u201d",
        "Sie sagte \u201ewir gehen\u201c und ging | \u201ewir gehen\u201c",
        "Elle dit \u00abnous partons\u00bb et sortit | \u00abnous partons\u00bb",
        "She said ``we go'' and left | ``we go''",
        "She said 'we go' and left | 'we go'",
        "She said \u2018it\u2019s late\u2019 and left | \u2018it\u2019s late\u2019",
      })
  void shouldMarkQuotationWhenItIsClosed(String text, String quotation) {
    // Given
    boolean[] inside = Quotations.inside(text.toCharArray());

    // When
    String marked = marked(text, inside);

    // Then
    assertThat(marked).isEqualTo(quotation);
  }

  @Test
  void shouldMarkNothingWhenSingleMarksAreApostrophes() {
    // Given
    String text = "The players' coach said the dogs' owner wasn't there in '68";

    // When
    String marked = marked(text, Quotations.inside(text.toCharArray()));

    // Then
    assertThat(marked).isEmpty();
  }

  @Test
  void shouldRunToParagraphEndWhenDoubleMarkIsNotClosed() {
    // Given
    String text = "He said: \"first part\nSecond part";

    // When
    String marked = marked(text, Quotations.inside(text.toCharArray()));

    // Then
    assertThat(marked).isEqualTo("\"first part");
  }

  private static String marked(String text, boolean[] inside) {
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (inside[i]) {
        marked.append(text.charAt(i));
      }
    }
    return marked.toString();
  }
}
