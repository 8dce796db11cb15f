package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

class ComparisonTest {

  private final SyndicationConfig config = SyndicationConfig.defaults();
  private final Wire wire = new Wire();
  private final List<String> report = Wire.paragraphs(1, 16);
  private final Item origin = new Item("a", "agency", Wire.NOON, String.join("\n\n", report));

  @Test
  void shouldGiveTheEvidenceOfTheVerdictWhenOneArticleIsACopy() {
    // Given
    Item copy = new Item("b", "paper", Wire.hours(2), String.join("\n\n", report.subList(0, 9)));
    wire.judge(origin);
    CopyVerdict.Copy verdict = (CopyVerdict.Copy) wire.judge(copy).verdict();

    // When
    Comparison comparison =
        Comparison.of(config, wire.fingerprint(copy), copy.body(), wire.fingerprint(origin));

    // Then
    assertThat(comparison).isEqualTo(new Comparison(true, verdict.evidence()));
  }

  @Test
  void shouldCompareArticlesThatLieFurtherApartThanTheWindow() {
    // Given
    Item later = new Item("b", "paper", Wire.hours(24 * 60), origin.body());

    // When
    Comparison comparison =
        Comparison.of(config, wire.fingerprint(later), later.body(), wire.fingerprint(origin));

    // Then
    assertThat(comparison.copies()).isTrue();
    assertThat(comparison.evidence().lag()).hasDays(60);
  }

  @Test
  void shouldTellThatTextsShareNothingWhenTheyDoNot() {
    // Given
    Item other = new Item("b", "paper", Wire.hours(2), Wire.text(2, 16));

    // When
    Comparison comparison =
        Comparison.of(config, wire.fingerprint(other), other.body(), wire.fingerprint(origin));

    // Then
    assertThat(comparison.copies()).isFalse();
    assertThat(comparison.evidence().containment()).isZero();
    assertThat(comparison.evidence().passage()).isEmpty();
  }
}
