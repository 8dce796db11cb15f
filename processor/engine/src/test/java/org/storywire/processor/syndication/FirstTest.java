package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

/**
 * Who was first: by claim as far as claims tell, then credit, then the fuller text, then receipt.
 */
class FirstTest {

  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  private final Wire wire = new Wire();
  private final List<String> report = Wire.paragraphs(1, 16);
  private final String body = String.join("\n\n", report);

  private static void assertCopyOnArrival(Judgement judgement, String origin) {
    assertThat(judgement.verdict()).isInstanceOf(CopyVerdict.Copy.class);
    assertThat(judgement.verdict().originId()).isEqualTo(origin);
    assertThat(judgement.corrections()).isEmpty();
  }

  @Test
  void shouldCallReprintsCopiesOnArrivalWhenAllClaimTheSameMinute() {
    // Given: ids that sort against the order of receipt
    wire.judge(new Item("z", "one", Wire.NOON, body).received(Wire.hours(1)));

    // When
    Judgement second = wire.judge(new Item("m", "two", Wire.NOON, body).received(Wire.hours(2)));
    Judgement third = wire.judge(new Item("a", "six", Wire.NOON, body).received(Wire.hours(3)));

    // Then
    assertCopyOnArrival(second, "z");
    assertCopyOnArrival(third, "z");
  }

  @Test
  void shouldTellRetouchedReprintByReceiptWhenStampsAreEqual() {
    // Given
    String retouched = body.replace(report.get(7), Wire.text(9, 1));
    wire.judge(new Item("z", "one", Wire.NOON, body).received(Wire.hours(1)));

    // When
    Judgement judgement =
        wire.judge(new Item("a", "two", Wire.NOON, retouched).received(Wire.hours(2)));

    // Then
    assertCopyOnArrival(judgement, "z");
  }

  @Test
  void shouldCallCutReprintTheCopyWhenStampsAreEqualAndItCameFirst() {
    // Given
    String cut = String.join("\n\n", report.subList(0, 8));
    wire.judge(new Item("a", "two", Wire.NOON, cut).received(Wire.hours(1)));

    // When
    Judgement judgement = wire.judge(new Item("z", "one", Wire.NOON, body).received(Wire.hours(2)));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("z");
    assertThat(judgement.corrections())
        .containsExactly(
            new Correction(Correction.Kind.TREE, "a", Optional.of("z"), "z", Relation.EXCERPT));
  }

  @Test
  void shouldGoByReceiptWithinOneOutletThoughTheLaterTextIsFuller() {
    wire.judge(
        new Item("z", "one", Wire.NOON, String.join("\n\n", report.subList(0, 12)))
            .received(Wire.hours(1)));

    Judgement judgement = wire.judge(new Item("a", "one", Wire.NOON, body).received(Wire.hours(2)));

    assertCopyOnArrival(judgement, "z");
  }

  @Test
  void shouldPreferWireCreditWhenADateWithoutHourCannotBeToldApart() {
    // Given: a reprint that gives its day only, received first
    wire.judge(new Item("a", "paper", DAY, body).received(Wire.hours(-2)));

    // When
    Judgement judgement =
        wire.judge(
            new Item("z", "portal", Wire.NOON, body).crediting("reuters").received(Wire.hours(1)));

    // Then
    assertThat(judgement.verdict()).isInstanceOf(CopyVerdict.Original.class);
    assertThat(judgement.corrections()).extracting(Correction::originId).containsExactly("z");
  }

  @Test
  void shouldGoByReceiptWhenADateWithoutHourMeetsAnHourOfThatDay() {
    wire.judge(new Item("z", "portal", Wire.NOON, body).received(Wire.hours(0)));

    Judgement judgement = wire.judge(new Item("a", "paper", DAY, body).received(Wire.hours(9)));

    assertCopyOnArrival(judgement, "z");
  }

  @Test
  void shouldGoByTheDayWhenDatesWithoutHourDiffer() {
    wire.judge(new Item("z", "portal", DAY, body).received(Wire.hours(40)));

    Judgement judgement =
        wire.judge(new Item("a", "paper", DAY.minusSeconds(86_400), body).received(Wire.hours(41)));

    assertThat(judgement.verdict().originId()).isEqualTo("a");
  }

  @Test
  void shouldMoveTheOriginEachTimeAnEarlierOneArrives() {
    // Given
    wire.judge(new Item("d", "one", Wire.hours(3), body).received(Wire.hours(3)));

    // When
    Judgement earlier =
        wire.judge(new Item("c", "two", Wire.hours(2), body).received(Wire.hours(4)));
    Judgement wireItem =
        wire.judge(
            new Item("b", "reuters.com", Wire.hours(5), body)
                .crediting("reuters")
                .received(Wire.hours(5)));

    // Then
    assertThat(earlier.corrections()).extracting(Correction::originId).containsExactly("c");
    assertThat(wireItem.verdict().originId()).isEqualTo("b");
    assertThat(wireItem.corrections())
        .extracting(Correction::articleId, Correction::originId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("c", "b"),
            org.assertj.core.groups.Tuple.tuple("d", "b"));
  }

  @Test
  void shouldCallTheSameTextUnderTheSameIdUnchanged() {
    // Given
    wire.judge(new Item("a", "one", Wire.NOON, body));

    // When
    Judgement judgement = wire.judge(new Item("a", "one", Wire.NOON, body).received(Wire.hours(1)));

    // Then
    assertThat(judgement.verdict()).isEqualTo(new CopyVerdict.Unchanged("a"));
    assertThat(wire.stored).hasSize(1);
  }
}
