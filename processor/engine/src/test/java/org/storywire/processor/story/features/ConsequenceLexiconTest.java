package org.storywire.processor.story.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsequenceLexiconTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Two climbers were killed by an avalanche near Torvik.          | DEATH
          en | Officers arrested the owner of the quarry on Sunday.           | ARREST
          en | The baker of Lindmouth was cleared of arson.                   | VERDICT
          en | A jury found the captain not guilty.                           | VERDICT
          en | Miners at Hask walked out at noon.                             | STRIKE
          en | The maker recalls its baby seats.                              | RECALL
          es | Tres pescadores murieron frente a la costa de Orrea.           | DEATH
          es | La ministra dimitió el lunes.                                  | RESIGNATION
          fr | Deux randonneurs ont été retrouvés dans la vallée.             | FOUND
          fr | Le maire a été mis en examen.                                  | CHARGE
          de | Die Polizei hat den Fahrer festgenommen.                       | ARREST
          de | Beide Seiten einigten sich auf einen Vertrag.                  | AGREEMENT
          """)
  void shouldFindWhatHappenedWhenSentenceAssertsIt(
      String language, String sentence, Consequence expected) {
    assertThat(ConsequenceLexicon.of(language).in(Clauses.of(sentence), false, 2026))
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | No one, the fire brigade said, was hurt.
          en | The treasurer may resign before the summer.
          en | Unions threaten to walk out, and schools would be closed.
          en | The mayor warned that people could be killed on the ice.
          en | A ceremony marks the anniversary of the night on which forty miners died.
          en | Her grandfather was killed at sea in 1951.
          en | The film tells of two killed sisters.
          es | Nadie resultó herido en el puerto.
          es | El ministro podría ser destituido.
          fr | Personne n'a été blessé dans la gare.
          fr | Le directeur pourrait être limogé.
          de | Niemand wurde verletzt.
          de | Der Trainer könnte entlassen werden.
          nl | Twee vissers zijn verdronken.
          """)
  void shouldFindNothingWhenItDidNotHappen(String language, String sentence) {
    assertThat(ConsequenceLexicon.of(language).in(Clauses.of(sentence), false, 2026)).isEmpty();
  }

  @Test
  void shouldTakeInfinitiveForDecisionOnlyWhenHeadlineTellsIt() {
    ConsequenceLexicon english = ConsequenceLexicon.of("en");

    assertThat(english.in(Clauses.of("Harbour master to step down"), true, 2026))
        .containsExactly(Consequence.RESIGNATION);
    assertThat(english.in(Clauses.of("He had no wish to step down."), false, 2026)).isEmpty();
    assertThat(english.in(Clauses.of("Harbour master refuses to step down"), true, 2026)).isEmpty();
  }

  @Test
  void shouldKnowWhatCounterCountsWhenFigureIsOfReaders() {
    ConsequenceLexicon english = ConsequenceLexicon.of("en");

    assertThat(english.counter(StoryWords.key("view"))).isTrue();
    assertThat(english.counter(StoryWords.key("people"))).isFalse();
  }
}
