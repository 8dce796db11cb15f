package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

/** What the judge says of an article on arrival. */
class SyndicatorTest {

  private final Wire wire = new Wire();
  private final List<String> report = Wire.paragraphs(1, 16);
  private final String body = String.join("\n\n", report);

  private static CopyVerdict.Copy copy(Judgement judgement) {
    assertThat(judgement.verdict()).isInstanceOf(CopyVerdict.Copy.class);
    return (CopyVerdict.Copy) judgement.verdict();
  }

  @Test
  void shouldCallFirstArticleOriginal() {
    Judgement judgement = wire.judge(new Item("a", "agency", Wire.NOON, body));

    assertThat(judgement.verdict()).isEqualTo(new CopyVerdict.Original("a", Optional.empty()));
    assertThat(judgement.corrections()).isEmpty();
  }

  @Test
  void shouldPointAtOriginWhenTextIsEqual() {
    // Given
    wire.judge(new Item("a", "agency", Wire.NOON, body));

    // When
    CopyVerdict.Copy copy = copy(wire.judge(new Item("b", "paper", Wire.hours(2), body)));

    // Then
    assertThat(copy.parentId()).isEqualTo("a");
    assertThat(copy.originId()).isEqualTo("a");
    assertThat(copy.relation()).isEqualTo(Relation.EXACT);
    assertThat(copy.evidence().containment()).isEqualTo(1);
    assertThat(copy.evidence().lag()).hasHours(2);
    assertThat(copy.evidence().confidence()).isEqualTo(1);
  }

  @Test
  void shouldShowLongestSharedPassageInBothTexts() {
    // Given: the copy drops paragraph 6 and opens with one of its own
    String own = Wire.text(2, 1);
    List<String> kept = new ArrayList<>(report);
    kept.remove(5);
    String edited = own + "\n\n" + String.join("\n\n", kept);
    wire.judge(new Item("a", "agency", Wire.NOON, body));

    // When
    CopyVerdict.Copy copy = copy(wire.judge(new Item("b", "paper", Wire.hours(2), edited)));

    // Then
    CopyEvidence evidence = copy.evidence();
    assertThat(copy.relation()).isEqualTo(Relation.NEAR);
    assertThat(evidence.passage()).hasSizeBetween(300, 600);
    assertThat(edited.startsWith(evidence.passage(), evidence.passageAt())).isTrue();
    assertThat(body.startsWith(evidence.passage(), evidence.passageAtOther())).isTrue();
    assertThat(evidence.longestRun()).isGreaterThan(200);
  }

  @Test
  void shouldFindExcerptWhenCopyKeepsFirstParagraphs() {
    wire.judge(new Item("a", "agency", Wire.NOON, body));

    CopyVerdict.Copy copy =
        copy(
            wire.judge(
                new Item("b", "paper", Wire.hours(1), String.join("\n", report.subList(0, 4)))));

    assertThat(copy.relation()).isEqualTo(Relation.EXCERPT);
    assertThat(copy.evidence().keptShare()).isLessThan(0.5);
  }

  @Test
  void shouldFindOriginEmbeddedInPageAmongOthers() {
    // Given
    String page = Wire.text(50, 12) + "\n" + body + "\n" + Wire.text(51, 18);
    wire.judge(new Item("a", "agency", Wire.NOON, body));

    // When
    CopyVerdict.Copy copy = copy(wire.judge(new Item("p", "portal", Wire.hours(3), page)));

    // Then
    assertThat(copy.relation()).isEqualTo(Relation.EMBEDDED);
    assertThat(copy.parentId()).isEqualTo("a");
  }

  @Test
  void shouldNotTieTogetherWhatPageEmbeds() {
    // Given
    String second = Wire.text(60, 14);
    String third = Wire.text(61, 15);
    String page = second + "\n" + Wire.text(62, 4) + "\n" + third + "\n" + Wire.text(63, 4);
    wire.judge(new Item("a", "agency", Wire.hours(0), second));
    wire.judge(new Item("p", "portal", Wire.hours(1), page));

    // When
    Judgement judgement = wire.judge(new Item("c", "agency", Wire.hours(2), third));

    // Then
    assertThat(judgement.verdict().originId()).isIn("c", "p");
    assertThat(judgement.verdict().originId()).isNotEqualTo("a");
  }

  @Test
  void shouldNotTakeSharedQuotationForCopy() {
    // Given: nine tenths of both texts are the same statement
    String statement = "\"" + Wire.paragraphs(70, 12).toString().replace('.', ',') + "\"";
    wire.judge(new Item("a", "one", Wire.NOON, Wire.text(71, 3) + "\n" + statement));

    // When
    Judgement judgement =
        wire.judge(new Item("b", "two", Wire.hours(1), Wire.text(72, 3) + "\n" + statement));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("b");
  }

  @Test
  void shouldNotTakeFurnitureOfOneSourceForCopy() {
    // Given: a third of each text is the site's
    String furniture = Wire.text(80, 6);
    wire.judge(new Item("a", "site", Wire.NOON, Wire.text(81, 10) + "\n" + furniture));

    // When
    Judgement judgement =
        wire.judge(new Item("b", "site", Wire.hours(1), Wire.text(82, 10) + "\n" + furniture));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("b");
  }

  @Test
  void shouldNotTakeNoticeAtTheEndForCopy() {
    // Given: two houses of one owner end their briefs with the same notice, a third of each
    String notice = Wire.paragraphs(85, 2).toString();
    wire.judge(new Item("a", "one", Wire.NOON, Wire.text(86, 4) + "\n" + notice));

    // When
    Judgement judgement =
        wire.judge(new Item("b", "two", Wire.hours(1), Wire.text(87, 4) + "\n" + notice));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("b");
  }

  @Test
  void shouldNotTakeNoticeInPlaceOfArticleForCopy() {
    // Given: both sites show the same notice under headlines it does not speak of
    String notice = Wire.text(90, 3);
    wire.judge(
        new Item("a", "one", Wire.NOON, notice).titled("Three injured after bridge collapse"));

    // When
    Judgement judgement =
        wire.judge(
            new Item("b", "two", Wire.hours(1), notice).titled("Mayor announces school budget"));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("b");
  }

  @Test
  void shouldCallCopyWithinOneSourceRevision() {
    wire.judge(new Item("a", "site", Wire.NOON, body));

    CopyVerdict.Copy copy =
        copy(wire.judge(new Item("b", "site", Wire.hours(1), body + "\n" + Wire.text(3, 2))));

    assertThat(copy.relation()).isEqualTo(Relation.REVISION);
  }

  @Test
  void shouldLinkRewriteToCreditedSource() {
    // Given: one paragraph of ten is shared
    List<String> rewrite = new ArrayList<>(Wire.paragraphs(4, 9));
    rewrite.add(5, report.get(3));
    wire.judge(new Item("a", "www.daily-globe.example", Wire.NOON, body));

    // When
    Judgement judgement =
        wire.judge(
            new Item("b", "paper", Wire.hours(3), String.join("\n", rewrite))
                .crediting("the daily globe"));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("b");
    assertThat(judgement.rewrite()).isPresent();
    assertThat(judgement.rewrite().get().creditsId()).isEqualTo("a");
  }
}
