package org.storywire.processor.affair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which stories belong to one continuing matter. */
class AffairsTest {

  private static final int SPILL = 1;
  private static final int GULF = 2;
  private static final int CAP = 3;
  private static final int HEARING = 4;
  private static final int VOTE = 5;
  private static final int SARRIN = 6;

  private final Map<String, byte[]> memory = new HashMap<>();
  private Affairs affairs = new Affairs(new MapMemory());

  private final class MapMemory implements AffairMemory {
    @Override
    public void putAffair(String affairId, byte[] value) {
      memory.put(affairId, value);
    }

    @Override
    public void deleteAffair(String affairId) {
      memory.remove(affairId);
    }
  }

  private static TermVector terms(int... keys) {
    float[] weights = new float[keys.length];
    java.util.Arrays.fill(weights, 1);
    return TermVector.of(keys, weights);
  }

  private List<Membership> follow(String storyId, int day, TermVector terms, String... near) {
    return affairs.follow(storyId, day(day), terms, List.of(near), false);
  }

  private static Instant day(int day) {
    return Instant.parse("2026-04-01T09:00:00Z").plusSeconds(86_400L * day);
  }

  @Test
  void shouldTellOfNoAffairWhenAStoryStandsAlone() {
    // When
    List<Membership> told = follow("s-leak", 0, terms(SPILL, GULF, CAP));

    // Then
    assertThat(told).containsExactly(new Membership("s-leak", "a-leak", "", Optional.empty()));
    assertThat(told.get(0).announced()).isFalse();
  }

  @Test
  void shouldTellBothStoriesWhenASecondOneIsOfTheSameMatter() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));

    // When
    List<Membership> told = follow("s-hearing", 3, terms(SPILL, GULF, HEARING), "s-leak");

    // Then
    assertThat(told)
        .extracting(Membership::storyId, Membership::affairId, Membership::reason)
        .containsExactly(
            tuple("s-leak", "a-leak", "Story s-hearing tells of the same matter."),
            tuple(
                "s-hearing",
                "a-leak",
                "Tells of the same matter as 1 story: 1 of the 1 articles most like it are there,"
                    + " and its words are 0.67 like theirs; together 0.69, 0.50 needed."));
  }

  @Test
  void shouldBeginAnAffairOfItsOwnWhenWordsAreUnlike() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));

    // When
    List<Membership> told = follow("s-vote", 1, terms(VOTE, SARRIN, GULF), "s-leak");

    // Then
    assertThat(told).extracting(Membership::affairId).containsExactly("a-vote");
  }

  @Test
  void shouldJoinByTheVotesOfManyWhenWordsAloneAreTooUnlike() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));
    String[] one = {"s-leak"};
    String[] nine = Collections.nCopies(9, "s-leak").toArray(String[]::new);

    // When
    List<Membership> byOne = follow("s-fine", 1, terms(SPILL, HEARING, 11, 12), one);
    List<Membership> byNine = follow("s-clean", 1, terms(SPILL, HEARING, 11, 12), nine);

    // Then
    assertThat(byOne).extracting(Membership::affairId).containsExactly("a-fine");
    assertThat(byNine).extracting(Membership::affairId).contains("a-leak");
  }

  @Test
  void shouldMoveTheStoriesOfTheYoungerAffairWhenAnArticleShowsThatTwoAreOne() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));
    follow("s-plug", 1, terms(SPILL, GULF, CAP), "s-leak");
    follow("s-court", 2, terms(SPILL, HEARING, VOTE));
    follow("s-judge", 3, terms(SPILL, HEARING, VOTE), "s-court");
    follow("s-plug", 3, terms(SPILL, HEARING, GULF), "s-leak");

    // When
    List<Membership> told =
        follow("s-plug", 4, terms(SPILL, HEARING, GULF, VOTE), "s-leak", "s-court");

    // Then
    assertThat(told)
        .extracting(Membership::storyId, Membership::affairId, Membership::formerId)
        .containsExactly(
            tuple("s-court", "a-leak", Optional.of("a-court")),
            tuple("s-judge", "a-leak", Optional.of("a-court")));
    assertThat(told.get(0).reason()).startsWith("Affair a-court is one with this");
    assertThat(memory).containsOnlyKeys("a-leak");
  }

  @Test
  void shouldNeitherAnnounceNorMoveWhenAnArticleIsLate() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));

    // When
    List<Membership> told =
        affairs.follow("s-late", day(-9), terms(SPILL, GULF, CAP), List.of("s-leak"), true);

    // Then
    assertThat(told).extracting(Membership::affairId).containsExactly("a-late");
  }

  @Test
  void shouldForgetAnAffairWhenItsLastStoryGoes() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));
    follow("s-hearing", 3, terms(SPILL, GULF, HEARING), "s-leak");

    // When
    affairs.forget(List.of("s-leak"));

    // Then
    assertThat(memory).containsOnlyKeys("a-leak");

    // When
    affairs.forget(List.of("s-hearing"));

    // Then
    assertThat(memory).isEmpty();
  }

  @Test
  void shouldKeepWhatAMergedStoryBroughtWhenItStoodAlone() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF));
    follow("s-vote", 0, terms(VOTE, SARRIN));

    // When
    affairs.merge("s-leak", "s-vote");

    // Then
    assertThat(memory).containsOnlyKeys("a-leak");
    assertThat(follow("s-count", 1, terms(VOTE, SARRIN), "s-leak"))
        .extracting(Membership::affairId)
        .containsOnly("a-leak");
  }

  @Test
  void shouldGoOnAsBeforeWhenRestored() {
    // Given
    follow("s-leak", 0, terms(SPILL, GULF, CAP));
    follow("s-vote", 1, terms(VOTE, SARRIN));

    // When
    Affairs restored = new Affairs(new MapMemory());
    memory.values().forEach(restored::restore);
    restored.restore("s-leak", "a-leak");
    restored.restore("s-vote", "a-vote");
    affairs = restored;

    // Then
    assertThat(follow("s-hearing", 3, terms(SPILL, GULF, HEARING), "s-leak", "s-vote"))
        .extracting(Membership::storyId)
        .containsExactly("s-leak", "s-hearing");
  }

  @Test
  void shouldSayWhatIsMissingWhenAStoryIsRestoredBeforeItsAffair() {
    assertThatThrownBy(() -> affairs.restore("s-leak", "a-leak"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("affair a-leak of story s-leak was not restored before it");
  }
}
