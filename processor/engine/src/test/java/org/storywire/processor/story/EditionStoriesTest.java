package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which story an article joins, and what becomes of stories with time. */
class EditionStoriesTest {

  private final FollowedNews news = new FollowedNews();

  @AfterEach
  void revisionsHaveNoGaps() {
    news.assertRevisionsHaveNoGaps();
  }

  @Test
  void shouldOpenStoryWhenNothingIsHeld() {
    // When
    Followed followed = news.sinking();

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
  void shouldKeepLookAlikeEventsApart() {
    // Given
    news.sinking();

    // When
    Followed followed =
        news.follow(
            Articles.original(
                "b1",
                "gazette.example",
                "2026-03-04T20:00:00Z",
                Articles.OTHER_FERRY_TITLE,
                Articles.OTHER_FERRY));

    // Then
    assertThat(followed.storyId()).isEqualTo("s-b1");
    assertThat(followed.decision().score()).isLessThan(FollowedNews.MODEL.threshold());
  }

  @Test
  void shouldJoinWithoutAlertWhenArticleIsLate() {
    // Given
    news.sinking();
    news.election("2026-03-20T09:00:00Z");

    // When
    Followed followed = news.toll();

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
    news.sinking();
    news.toll();
    Followed later = news.election("2026-04-20T09:00:00Z");

    // When
    Followed followed =
        news.follow(
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
    MapMemory memory = new MapMemory();
    EditionStories bounded = new EditionStories(small, FollowedNews.MODEL, memory);

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
    news.sinking();

    // When
    Followed followed = news.toll();

    // Then
    assertThat(followed.events().get(0).headline()).isEqualTo(Articles.HARBOUR_TITLE);
    assertThat(followed.views().get(0).headlineArticleId()).isEqualTo("a1");
  }
}
