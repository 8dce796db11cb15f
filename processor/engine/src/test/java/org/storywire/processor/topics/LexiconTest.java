package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final Lexicon LEXICON =
      Lexicon.parse(
          List.of("15000000\ten\tleague+; coach; win-", "17000000\ten\tstorm; ice storm+"));

  @Test
  void shouldWeighStrongAndWeakTerms() {
    double[] evidence = evidence("", "The league has a coach who may win");

    assertThat(evidence[0]).isCloseTo((2 + 1 + 0.4) * Math.log(2), within());
    assertThat(evidence[1]).isZero();
  }

  @Test
  void shouldCountTitlesMoreThanBodies() {
    assertThat(evidence("storm", "")[1]).isGreaterThan(evidence("", "storm")[1]);
  }

  @Test
  void shouldCountLongerPhrasesBesideTheirParts() {
    assertThat(evidence("", "ice storm")[1]).isCloseTo(3 * Math.log(2), within());
  }

  @Test
  void shouldFindPlurals() {
    assertThat(Lexicon.forms("missile", "en")).containsExactly("missile", "missiles");
    assertThat(Lexicon.forms("tornado watch", "en")).contains("tornado watches");
    assertThat(Lexicon.forms("charity", "en")).contains("charities");
    assertThat(Lexicon.forms("huelga", "es")).contains("huelgas");
    assertThat(Lexicon.forms("Krieg", "de")).containsExactly("Krieg");
  }

  @Test
  void shouldKnowNoTopicOfAnotherLanguage() {
    assertThat(LEXICON.evidence("xx", Terms.ofPhrase("storm"), Terms.ofPhrase("storm")))
        .containsOnly(0);
  }

  private static double[] evidence(String title, String body) {
    return LEXICON.evidence(
        "en", title.isEmpty() ? new long[0] : Terms.ofPhrase(title), Terms.ofPhrase(body));
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }
}
