package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a &lt; b &amp;amp; c | a < b & c",
        "fish &amp;#8212; chips &#x2014; &nope; & | fish \u2014 chips \u2014 &nope; &",
        "<a href='x'>link</a> and <br/>break | ~link and \nbreak~",
        "x<script>if (a < b) run()</script>y | xy",
        "2 < 3 and <Ruiz> said | 2 < 3 and <Ruiz> said",
        "a<!-- note -->b | ab",
        "a&#0;&#xd800;b&#99999999; | ~a\0\ud800b\ufffd~",
        "<td>5</td><td>6</td> | ~\n5\n\n6\n~",
      })
  void shouldLeavePlainTextWhenMarkupIsTakenOut(String text, String expected) {
    // Given
    String marked = text;

    // When
    String plain = Markup.plain(marked);

    // Then
    assertThat(plain).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "&",
        "<p",
        "<a ",
        "&amp;",
        "<script>",
        "<script",
        "<!--",
        "<!-- ",
        "<b><table>",
        "<div>",
        "&#",
        "</"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldStayLinearWhenMarkupIsHostile(String piece) {
    // Given
    String text = piece.repeat(2_000_000 / piece.length());

    // When
    String plain = Markup.plain(text);

    // Then
    assertThat(plain.length()).isLessThanOrEqualTo(text.length());
  }
}
