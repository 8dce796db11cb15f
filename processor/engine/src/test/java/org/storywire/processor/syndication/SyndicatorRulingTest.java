package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

/** What an editor decided about copies stands, whatever arrives, and can be given back. */
class SyndicatorRulingTest {

  private static final CopyRuling B_IS_NONE = new CopyRuling("b", Optional.empty(), false);
  private static final CopyRuling B_BY_RULE = new CopyRuling("b", Optional.empty(), true);

  private final Wire wire = new Wire();
  private final String body = Wire.text(1, 16);
  private final Item copy = new Item("b", "paper", Wire.hours(1), body);

  @BeforeEach
  void judge() {
    wire.judge(new Item("a", "agency", Wire.NOON, body));
    wire.judge(copy);
    wire.judge(new Item("x", "other", Wire.hours(1), Wire.text(2, 16)));
  }

  private static Correction correction(String id, String parent, String origin, Relation relation) {
    return new Correction(Correction.Kind.TREE, id, Optional.ofNullable(parent), origin, relation);
  }

  @Test
  void shouldBeNoCopyWhateverArrivesWhenEditorSaysSo() {
    // When
    List<Correction> corrections = wire.syndicator().rule(B_IS_NONE);
    wire.restart();
    List<Correction> later =
        wire.judge(new Item("first", "wire", Wire.hours(-1), body)).corrections();
    CopyVerdict revised = wire.judge(copy.revised(body + "\n\n" + Wire.text(3, 1))).verdict();

    // Then
    assertThat(corrections).containsExactly(correction("b", null, "b", Relation.NONE));
    assertThat(later).extracting(Correction::articleId).containsExactly("a");
    assertThat(revised.originId()).isEqualTo("b");
  }

  @Test
  void shouldTakeItsCopiesAlongWhenArticleIsNamedCopyOfAnother() {
    // Given
    wire.judge(new Item("c", "portal", Wire.hours(2), body));

    // When
    List<Correction> corrections =
        wire.syndicator().rule(new CopyRuling("a", Optional.of("x"), false));

    // Then
    assertThat(corrections)
        .extracting(Correction::articleId, Correction::originId)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("a", "x"),
            org.assertj.core.api.Assertions.tuple("b", "x"),
            org.assertj.core.api.Assertions.tuple("c", "x"));
  }

  @Test
  void shouldTurnLinkRoundWhenOriginIsNamedCopyOfItsCopy() {
    // When
    List<Correction> corrections =
        wire.syndicator().rule(new CopyRuling("a", Optional.of("b"), false));

    // Then
    assertThat(corrections)
        .containsExactly(
            correction("a", "b", "b", Relation.NEAR), correction("b", null, "b", Relation.NONE));
  }

  @Test
  void shouldDecideByRuleAgainWhenChoiceIsGivenBack() {
    // Given
    wire.syndicator().rule(B_IS_NONE);

    // When
    List<Correction> corrections = wire.syndicator().rule(B_BY_RULE);
    wire.restart();
    List<Correction> later =
        wire.judge(new Item("first", "wire", Wire.hours(-1), body)).corrections();

    // Then
    assertThat(corrections).containsExactly(correction("b", "a", "a", Relation.EXACT));
    assertThat(later).extracting(Correction::articleId).containsExactly("a", "b");
  }

  @Test
  void shouldChangeNothingWhenItIsSoAlready() {
    // Given
    CopyRuling isCopy = new CopyRuling("b", Optional.of("a"), false);

    // When
    List<Correction> same = wire.syndicator().rule(isCopy);
    wire.syndicator().rule(B_IS_NONE);
    List<Correction> twice = wire.syndicator().rule(B_IS_NONE);

    // Then
    assertThat(same).isEmpty();
    assertThat(twice).isEmpty();
  }

  @Test
  void shouldSayWhichIsMissingWhenArticleIsNotInTheWindow() {
    assertThatThrownBy(
            () -> wire.syndicator().rule(new CopyRuling("b", Optional.of("none"), false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
  }
}
