package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  @Test
  void shouldKeepLengthWhenTextIsHostile() {
    // Given
    String hostile = "a\u0000b\u202Ecod\u2069e\u0085\uD800x\r\n\u2028\u200F";

    // When
    String safe = SafeText.of(hostile);

    // Then
    assertThat(safe).hasSameSizeAs(hostile);
    assertThat(safe).isEqualTo("a\uFFFDb\u2060cod\u2060e\uFFFD\uFFFDx\n\n\n\u2060");
  }

  @Test
  void shouldLeaveTextAloneWhenItIsHarmless() {
    // Given
    String text = "Überschwemmung 🌊 في المدينة\n\nline two";

    // When
    String safe = SafeText.of(text);

    // Then
    assertThat(safe).isSameAs(text);
  }

  @Test
  void shouldNotHalvePairWhenTextIsCut() {
    // Given
    String text = "ab🌊cd";

    // When
    String cut = SafeText.of(text, 3);

    // Then
    assertThat(cut).isEqualTo("ab…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//no.scheme.example/a",
        "https://user:secret@host.example/",
        "http:/one.slash",
        "https://",
        "not a link"
      })
  void shouldRefuseLinkWhenItIsNoPlainWebAddress(String link) {
    // When
    var safe = SafeText.link(link);

    // Then
    assertThat(safe).isEmpty();
  }

  @Test
  void shouldKeepLinkWhenItIsWebAddress() {
    // When
    var safe = SafeText.link("HTTPS://news.example/a?b=c#d");

    // Then
    assertThat(safe).contains("HTTPS://news.example/a?b=c#d");
  }
}
