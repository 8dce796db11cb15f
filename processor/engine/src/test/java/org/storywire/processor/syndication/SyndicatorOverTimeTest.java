package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

/** What later arrivals, revisions and the end of the window change. */
class SyndicatorOverTimeTest {

  private final Wire wire = new Wire();
  private final List<String> report = Wire.paragraphs(1, 16);
  private final String body = String.join("\n\n", report);

  @Test
  void shouldCorrectTreeWhenEarlierArticleArrivesLate() {
    // Given
    wire.judge(new Item("b", "paper", Wire.hours(2), body));
    wire.judge(new Item("c", "portal", Wire.hours(3), body));

    // When
    Judgement judgement = wire.judge(new Item("a", "agency", Wire.hours(0), body));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("a");
    assertThat(judgement.corrections())
        .containsExactly(
            new Correction(Correction.Kind.TREE, "b", Optional.of("a"), "a", Relation.EXACT),
            new Correction(Correction.Kind.TREE, "c", Optional.of("a"), "a", Relation.EXACT));
  }

  @Test
  void shouldPreferAgencysOwnPublicationAsOriginWhenClientWasFaster() {
    // Given
    wire.judge(new Item("b", "paper", Wire.hours(0), body).crediting("reuters"));

    // When
    Judgement judgement =
        wire.judge(new Item("a", "www.reuters.com", Wire.hours(1), body).crediting("reuters"));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("a");
    assertThat(judgement.corrections()).extracting(Correction::originId).containsExactly("a");
  }

  @Test
  void shouldFlagCopyThatCarriesWhatRevisionRemoved() {
    // Given
    Item origin = new Item("a", "agency", Wire.NOON, body);
    wire.judge(origin);
    wire.judge(new Item("b", "paper", Wire.hours(1), body));
    wire.judge(new Item("c", "portal", Wire.hours(1), String.join("\n", report.subList(0, 10))));

    // When: the origin takes its last paragraph back
    Judgement judgement =
        wire.judge(origin.revised(String.join("\n\n", report.subList(0, report.size() - 1))));

    // Then
    assertThat(judgement.verdict()).isInstanceOf(CopyVerdict.Revision.class);
    assertThat(judgement.verdict().originId()).isEqualTo("a");
    assertThat(judgement.corrections())
        .filteredOn(correction -> correction.kind() == Correction.Kind.STALE_PASSAGE)
        .extracting(Correction::articleId)
        .containsExactly("b");
    assertThat(wire.syndicator().held()).isEqualTo(3);
    assertThat(wire.stored).hasSize(3);
  }

  @Test
  void shouldIgnoreOlderVersionThatArrivesAfterNewer() {
    // Given
    Item first = new Item("a", "agency", Wire.NOON, body);
    wire.judge(first.revised(body + "\n" + Wire.text(5, 3)));

    // When
    Judgement judgement = wire.judge(first);

    // Then
    assertThat(judgement.verdict()).isInstanceOf(CopyVerdict.Revision.class);
    assertThat(wire.stored).hasSize(1);
  }

  @Test
  void shouldForgetArticleThatLeftWindow() {
    // Given
    wire.judge(new Item("a", "agency", Wire.NOON, body));
    wire.judge(new Item("x", "other", Wire.hours(15 * 24), Wire.text(6, 10)));

    // When
    Judgement judgement = wire.judge(new Item("b", "paper", Wire.hours(15 * 24), body));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("b");
    assertThat(wire.syndicator().held()).isEqualTo(2);
    assertThat(wire.stored).hasSize(2);
  }

  @Test
  void shouldKeepOriginsNameWhileCopyIsHeld() {
    // Given: the origin leaves the window, its copy stays
    wire.judge(new Item("a", "agency", Wire.NOON, body));
    wire.judge(new Item("b", "paper", Wire.hours(10 * 24), body));
    wire.judge(new Item("x", "other", Wire.hours(15 * 24), Wire.text(6, 10)));

    // When
    Judgement judgement = wire.judge(new Item("c", "portal", Wire.hours(15 * 24), body));

    // Then
    assertThat(judgement.verdict())
        .isInstanceOfSatisfying(
            CopyVerdict.Copy.class,
            copy -> {
              assertThat(copy.parentId()).isEqualTo("b");
              assertThat(copy.originId()).isEqualTo("a");
            });
  }
}
