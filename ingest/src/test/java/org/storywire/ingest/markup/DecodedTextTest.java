package org.storywire.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"%s\"?><t>%s</t>";

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "koi8-r", "utf-8", "iso-8859-5"})
  void shouldFollowDeclaration(String charset) {
    // Given
    String text = XML.formatted(charset, "Паром свободен");

    // When
    DecodedText decoded = DecodedText.of(text.getBytes(Charset.forName(charset)), null);

    // Then
    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.charset()).isEqualTo(charset);
  }

  @Test
  void shouldPreferHeaderToDeclaration() {
    // Given
    byte[] bytes =
        XML.formatted("iso-8859-1", "£ “free”").getBytes(Charset.forName("windows-1252"));

    // When
    DecodedText decoded = DecodedText.of(bytes, "text/xml; charset=\"Windows-1252\"");

    // Then
    assertThat(decoded.text()).contains("£ “free”");
    assertThat(decoded.charset()).isEqualTo("windows-1252");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void shouldTellWideEncodingsByTheirFirstBytes(String charset) {
    // Given
    String text = XML.formatted("utf-16", "é");

    // When
    DecodedText bare = DecodedText.of(text.getBytes(Charset.forName(charset)), null);
    DecodedText marked = DecodedText.of(("\uFEFF" + text).getBytes(Charset.forName(charset)), null);

    // Then
    assertThat(bare.text()).isEqualTo(text);
    assertThat(marked.text()).isEqualTo(text);
  }

  @Test
  void shouldReadUtf8ThatIsDeclaredAsLatin() {
    // Given
    byte[] bytes = XML.formatted("iso-8859-1", "Café à Paris").getBytes(StandardCharsets.UTF_8);

    // When
    DecodedText decoded = DecodedText.of(bytes, "text/xml; charset=iso-8859-1");

    // Then
    assertThat(decoded.text()).contains("Café à Paris");
    assertThat(decoded.charset()).isEqualTo("utf-8");
  }

  @Test
  void shouldReadLatinThatIsDeclaredAsUtf8() {
    // Given
    byte[] bytes = XML.formatted("utf-8", "Café “noir”").getBytes(Charset.forName("windows-1252"));

    // When
    DecodedText decoded = DecodedText.of(bytes, null);

    // Then
    assertThat(decoded.text()).contains("Café “noir”");
  }

  @Test
  void shouldKeepUtf8WhenOneCharacterIsCutOff() {
    // Given
    byte[] bytes = "Überfähre für Köln, Fährlinie Ü".getBytes(StandardCharsets.UTF_8);

    // When
    DecodedText decoded = DecodedText.of(Arrays.copyOf(bytes, bytes.length - 1), null);

    // Then
    assertThat(decoded.text()).startsWith("Überfähre für Köln, Fährlinie");
  }

  @ParameterizedTest
  @CsvSource({"mac_roman, x-MacRoman", "u8, utf-8", "437, IBM437", "latin_1, iso-8859-1"})
  void shouldKnowCharsetsByOtherNames(String name, String charset) {
    // Given
    String text = XML.formatted(name, "Fähre");

    // When
    DecodedText decoded = DecodedText.of(text.getBytes(Charset.forName(charset)), null);

    // Then
    assertThat(decoded.text()).isEqualTo(text);
  }

  @Test
  void shouldReadOnWhenCharsetIsUnknown() {
    assertThat(DecodedText.of("<t>free</t>".getBytes(StandardCharsets.UTF_8), "a; charset=klingon"))
        .isEqualTo(new DecodedText("<t>free</t>", "utf-8"));
  }
}
