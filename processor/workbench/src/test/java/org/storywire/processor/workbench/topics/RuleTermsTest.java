package org.storywire.processor.workbench.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.storywire.processor.workbench.topics.RuleTerms.Term;

class RuleTermsTest {

  @Test
  void shouldTakeAlternativesAndLeaveOutNegations() {
    String rule =
        "(and (or (title = \"harbour\") (body adj \"ferry line*\") (\"dock*\"))"
            + " (not (title = \"summary\")))";

    assertThat(RuleTerms.of(rule))
        .containsExactly(
            new Term("harbour", false), new Term("ferry line", true), new Term("dock", false));
  }

  @Test
  void shouldSplitLists() {
    assertThat(RuleTerms.of("(or (title any/stemming \"gold silver tin\"))"))
        .containsExactly(
            new Term("gold", false), new Term("silver", false), new Term("tin", false));
  }

  @Test
  void shouldLeaveOutConjunctionsDistancesCountsAndPatterns() {
    String rule =
        "(or (and (title = \"cup\") (body = \"final\"))"
            + " (prox/unit=word/distance>0 (title any \"a\") (title any \"bcd\"))"
            + " (or/count>=3 (body any \"often\"))"
            + " (title adj/regexp \"\\\\d+ years\"))";

    assertThat(RuleTerms.of(rule)).isEmpty();
  }

  @Test
  void shouldNameThePositionWhenParenthesesAreMissing() {
    assertThatThrownBy(() -> RuleTerms.of("(or (title = \"x\")"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected )");
  }
}
