package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The old bridge over the harbour was closed on Thursday after a barge had hit it in the"
            + " fog, and it will not be open again for a month.",
        "es | El viejo puente sobre el puerto fue cerrado el jueves despu\u00e9s de que una barcaza lo"
            + " golpeara en la niebla y no se abrir\u00e1 hasta dentro de un mes.",
        "fr | Le vieux pont sur le port a \u00e9t\u00e9 ferm\u00e9 jeudi apr\u00e8s qu'une barge l'a"
            + " heurt\u00e9 dans le brouillard, et il ne sera pas rouvert avant un mois.",
        "de | Die alte Br\u00fccke \u00fcber den Hafen wurde am Donnerstag gesperrt, nachdem ein Kahn"
            + " sie im Nebel gerammt hatte, und wird erst in einem Monat wieder frei sein.",
        "pt | A velha ponte sobre o porto foi fechada na quinta-feira depois que uma barca\u00e7a a"
            + " atingiu no nevoeiro, e n\u00e3o ser\u00e1 reaberta antes de um m\u00eas.",
        "it | Il vecchio ponte sul porto \u00e8 stato chiuso gioved\u00ec dopo che una chiatta lo ha"
            + " colpito nella nebbia, e non riaprir\u00e0 prima di un mese.",
        "ru | Старый мост через гавань закрыли в четверг из-за тумана, и его откроют только через месяц, сказал"
            + " мэр города жителям на встрече в ратуше.",
        "und | Bridge 12-4",
      })
  void shouldNameLanguageWhenTextIsLongEnough(String language, String text) {
    // Given
    String sample = text;

    // When
    String named = Languages.of(sample);

    // Then
    assertThat(named).isEqualTo(language);
  }
}
