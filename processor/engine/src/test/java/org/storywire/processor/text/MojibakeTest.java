package org.storywire.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CafÃ© MÃ¼ller | Café Müller",
        "CafÃƒÂ© | Café",
        "â€œyesâ€\u009d â€” no | “yes” — no",
        "â€œyesâ€ | “yes”",
        "РњРѕСЃС‚ Р·Р°РєСЂС‹С‚ | Мост закрыт",
        "Ìîñò ÷åðåç ðåêó çàêðûò | Мост через реку закрыт",
      })
  void shouldReadBytesAsTheyWereMeant(String garbled, String meant) {
    assertThat(Mojibake.repaired(garbled)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words",
        "São Tomé, l’été à Nîmes, Łódź, Ærø",
        "«Мост закрыт», – сказал он",
        "SÃO PAULO",
        "Ôô, ÎLE, ÊTRE À L'ÂGE",
        "«Ça»: 2 €",
      })
  void shouldLeaveTextThatWasReadRightly(String text) {
    assertThat(Mojibake.repaired(text)).isSameAs(text);
  }

  @Test
  void shouldSayThatLettersAreLostWhenTooManyAre() {
    assertThat(Mojibake.isLost("\ufffd\ufffd\ufffd \ufffd\ufffd a")).isTrue();
    assertThat(Mojibake.isLost("It\ufffds the old caf\ufffd at the harbour")).isFalse();
  }
}
