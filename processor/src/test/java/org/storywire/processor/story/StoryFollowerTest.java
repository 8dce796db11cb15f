package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryFollowerTest {

  private static final StoryModel MODEL = StoryModel.shipped();

  private final MapMemory memory = new MapMemory();
  private final StoryFollower follower = new StoryFollower(StoryConfig.defaults(), MODEL, memory);
  private final List<StoryEvent> events = new ArrayList<>();

  private Followed follow(Arrival arrival) {
    Followed followed = follower.follow(arrival);
    events.addAll(followed.events());
    return followed;
  }

  private Followed sinking() {
    return follow(
        Articles.original(
            "a1",
            "wire.example",
            "2026-03-03T18:00:00Z",
            Articles.HARBOUR_TITLE,
            Articles.HARBOUR));
  }

  private Followed toll() {
    return follow(
        Articles.original(
            "a2",
            "gazette.example",
            "2026-03-04T09:00:00Z",
            Articles.HARBOUR_MORE_TITLE,
            Articles.HARBOUR_MORE));
  }

  @AfterEach
  void revisionsHaveNoGaps() {
    Map<String, Long> last = new HashMap<>();
    for (StoryEvent event : events) {
      assertThat(event.revision()).isEqualTo(last.getOrDefault(event.storyId(), 0L) + 1);
      last.put(event.storyId(), event.revision());
    }
  }

  @Test
  void shouldOpenStoryWhenNothingIsHeld() {
    // When
    Followed followed = sinking();

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    assertThat(followed.events()).hasSize(1);
    StoryEvent opened = followed.events().get(0);
    assertThat(opened.kind()).isEqualTo(StoryEvent.Kind.OPENED);
    assertThat(opened.headline()).isEqualTo(Articles.HARBOUR_TITLE);
    assertThat(opened.material()).isTrue();
    assertThat(opened.articles()).isEqualTo(1);
    assertThat(followed.decision().reason()).startsWith("Opens a story");
    assertThat(followed.views()).hasSize(1);
  }

  @Test
  void shouldJoinAndTellWhatIsNewWhenAnotherOutletReportsMore() {
    // Given
    sinking();

    // When
    Followed followed = toll();

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    StoryEvent coverage = followed.events().get(0);
    assertThat(coverage.kind()).isEqualTo(StoryEvent.Kind.COVERAGE);
    assertThat(coverage.material()).isTrue();
    assertThat(coverage.independent()).isEqualTo(2);
    assertThat(coverage.news())
        .anySatisfy(
            item -> {
              assertThat(item.kind()).isEqualTo(NewItem.Kind.NUMBER);
              assertThat(item.text()).isEqualTo("Five people");
            })
        .anySatisfy(
            item -> {
              assertThat(item.kind()).isEqualTo(NewItem.Kind.NAME);
              assertThat(item.text()).isEqualTo("Tomas Veldt");
            })
        .anySatisfy(
            item -> {
              assertThat(item.kind()).isEqualTo(NewItem.Kind.QUOTATION);
              assertThat(item.text()).startsWith("No ferry of this company");
            })
        .anySatisfy(item -> assertThat(item.text()).contains("postponed an inspection"))
        .noneSatisfy(item -> assertThat(item.text()).isEqualTo("Ines Halvorsen"))
        .allSatisfy(
            item ->
                assertThat(item.text())
                    .isEqualTo(Articles.HARBOUR_MORE.substring(item.start(), item.end())));
    assertThat(coverage.news()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    assertThat(followed.decision().parts()).isNotEmpty();
    assertThat(followed.decision().score()).isGreaterThanOrEqualTo(MODEL.threshold());
  }

  @Test
  void shouldTellWhatTheHeadlineTellsBeforeAsidesWhenBothAreNew() {
    // Given
    sinking();

    // When
    Followed followed =
        follow(
            Articles.original(
                "a3",
                "gazette.example",
                "2026-03-05T09:00:00Z",
                "Navy crane to lift wreck of ferry Maribel off Port Carrow",
                """
                Quartermaster Dagny Rask strolled along the quay with shivering reporters this morning.
                A navy crane from Norhaven will lift the wreck of the Maribel off Port Carrow on Friday, the coastguard said.
                Her terrier Biscuit chased gulls between heaps of tangled orange lifeboat ropes."""));

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    assertThat(followed.events().get(0).news().get(0).text()).startsWith("A navy crane");
  }

  @Test
  void shouldKeepLookAlikeEventsApart() {
    // Given
    sinking();

    // When
    Followed followed =
        follow(
            Articles.original(
                "b1",
                "gazette.example",
                "2026-03-04T20:00:00Z",
                Articles.OTHER_FERRY_TITLE,
                Articles.OTHER_FERRY));

    // Then
    assertThat(followed.storyId()).isEqualTo("s-b1");
    assertThat(followed.decision().score()).isLessThan(MODEL.threshold());
  }

  @Test
  void shouldAddNothingWhenArticleIsCopy() {
    // Given
    sinking();

    // When
    Followed followed =
        follow(
            Articles.copy(
                "c1",
                "echo.example",
                "2026-03-03T19:00:00Z",
                "a1",
                "Drama at sea: three drown",
                Articles.HARBOUR));

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    StoryEvent copy = followed.events().get(0);
    assertThat(copy.kind()).isEqualTo(StoryEvent.Kind.COPY);
    assertThat(copy.material()).isFalse();
    assertThat(copy.news()).isEmpty();
    assertThat(copy.articles()).isEqualTo(2);
    assertThat(copy.independent()).isEqualTo(1);
    assertThat(copy.copies()).isEqualTo(1);
  }

  @Test
  void shouldTellOnlyTheDifferenceWhenArticleIsRevised() {
    // Given
    sinking();
    String revised =
        Articles.HARBOUR.replace("three people drowned", "four people drowned")
            + "\nA fourth victim, a retired teacher from Lindmouth, died in hospital overnight.";

    // When
    Followed followed =
        follow(
            Articles.revision(
                "a1", "wire.example", "2026-03-04T06:00:00Z", Articles.HARBOUR_TITLE, revised));

    // Then
    StoryEvent revision = followed.events().get(0);
    assertThat(revision.kind()).isEqualTo(StoryEvent.Kind.REVISION);
    assertThat(revision.articles()).isEqualTo(1);
    assertThat(revision.news())
        .extracting(NewItem::text)
        .contains(
            "four people",
            "A fourth victim, a retired teacher from Lindmouth, died in hospital overnight.")
        .noneMatch(text -> text.contains("hull plate"));
    assertThat(revision.material()).isTrue();
    assertThat(follower.articleCount()).isEqualTo(1);
  }

  @Test
  void shouldJoinWithoutAlertWhenArticleIsLate() {
    // Given
    sinking();
    follow(
        Articles.original(
            "e1",
            "gazette.example",
            "2026-03-20T09:00:00Z",
            Articles.ELECTION_TITLE,
            Articles.ELECTION));

    // When
    Followed followed = toll();

    // Then
    assertThat(followed.late()).isTrue();
    assertThat(followed.storyId()).isEqualTo("s-a1");
    assertThat(followed.events()).hasSize(1);
    assertThat(followed.events().get(0).late()).isTrue();
    assertThat(followed.events().get(0).material()).isFalse();
  }

  @Test
  void shouldCloseIdleStoryAndReopenItWhenCoverageReturns() {
    // Given
    sinking();
    toll();
    Followed later =
        follow(
            Articles.original(
                "e1",
                "gazette.example",
                "2026-04-20T09:00:00Z",
                Articles.ELECTION_TITLE,
                Articles.ELECTION));

    // When
    Followed followed =
        follow(
            Articles.original(
                "a3",
                "post.example",
                "2026-04-20T10:00:00Z",
                Articles.HARBOUR_THIRD_TITLE,
                Articles.HARBOUR_THIRD));

    // Then
    assertThat(later.events())
        .extracting(StoryEvent::kind)
        .containsExactly(StoryEvent.Kind.CLOSED, StoryEvent.Kind.OPENED);
    assertThat(later.events().get(0).at()).isEqualTo("2026-03-18T09:00:00Z");
    assertThat(followed.storyId()).isEqualTo("s-a1");
    assertThat(followed.events())
        .extracting(StoryEvent::kind)
        .containsExactly(StoryEvent.Kind.REOPENED, StoryEvent.Kind.COVERAGE);
  }

  @Test
  void shouldForgetLeastRecentlyUpdatedStoryWhenTooManyAreHeld() {
    // Given
    StoryConfig small =
        new StoryConfig(
            Duration.ofDays(14),
            Duration.ofDays(60),
            Duration.ofDays(365),
            Duration.ofHours(24),
            10,
            4,
            20);
    StoryFollower bounded = new StoryFollower(small, MODEL, memory);

    // When
    for (int i = 0; i < 40; i++) {
      String name = "Town" + (char) ('a' + i % 26) + i;
      bounded.follow(
          Articles.original(
              "n" + i,
              "wire.example",
              Instant.parse("2026-03-01T10:00:00Z").plus(Duration.ofHours(i)).toString(),
              "Bridge in " + name + " opens",
              "A new bridge opened in " + name + " after years of building, mayor said."));
    }

    // Then
    assertThat(bounded.articleCount()).isLessThanOrEqualTo(11);
    assertThat(memory.articles).hasSize(bounded.articleCount());
    assertThat(memory.stories).hasSize(bounded.storyCount());
  }

  @Test
  void shouldKeepFirstHeadlineWhileStoryIsSmall() {
    // Given
    sinking();

    // When
    Followed followed = toll();

    // Then
    assertThat(followed.events().get(0).headline()).isEqualTo(Articles.HARBOUR_TITLE);
    assertThat(followed.views().get(0).headlineArticleId()).isEqualTo("a1");
  }
}
