package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.news.StoryState;
import org.storywire.news.UpdateKind;

class WatchedStoriesTest {

  @Test
  void shouldShowStoryWhenUpdatesArriveBeforeItsState() {
    // Given
    WatchedStories view = Samples.view();

    // When
    view.update(0, 0, Samples.update("s1", 1).build());
    view.update(0, 1, Samples.update("s1", 2).build());
    view.story(Samples.story("s1").setRevision(1).build());

    // Then
    StoryCard card = view.find("s1").orElseThrow().card();
    assertThat(card.revision()).isEqualTo(2);
    assertThat(card.independent()).isEqualTo(2);
    assertThat(card.sources()).containsExactly("outlet1.example", "outlet2.example");
    assertThat(card.latestNews()).isEqualTo("All 212 passengers are safe, the operator said.");
    assertThat(card.lately()).containsOnlyKeys("outlet1.example", "outlet2.example");
  }

  @Test
  void shouldKeepLaterStateWhenOlderUpdatesAreReadAfterIt() {
    // Given
    WatchedStories view = Samples.view();
    view.story(Samples.story("s1").setRevision(7).setIndependent(5).setArticles(9).build());

    // When
    view.update(0, 0, Samples.update("s1", 3).build());

    // Then
    WatchedStories.Detail detail = view.find("s1").orElseThrow();
    assertThat(detail.card().independent()).isEqualTo(5);
    assertThat(detail.updates()).extracting(update -> update.revision).containsExactly(3L);
  }

  @Test
  void shouldLetLeastRecentlyUpdatedGoWhenFull() {
    // Given
    WatchedStories view = Samples.view(2, 100);
    view.story(Samples.story("old").setLastAt(Samples.NOON.minusSeconds(60)).build());
    view.story(Samples.story("new").setLastAt(Samples.NOON.plusSeconds(60)).build());

    // When
    view.story(Samples.story("middle").build());

    // Then
    assertThat(view.find("old")).isEmpty();
    assertThat(view.size()).isEqualTo(2);
    assertThat(view.evicted()).isEqualTo(1);
    assertThat(view.page(Query.ALL, Optional.empty(), 10).stories()).hasSize(2);
  }

  @Test
  void shouldFollowRedirectsWhenStoriesMerged() {
    // Given
    WatchedStories view = Samples.view();
    view.update(0, 0, Samples.update("s1", 1).build());
    view.update(1, 0, Samples.update("s2", 1).build());
    view.update(2, 0, Samples.update("s3", 1).build());

    // When
    view.story(merged("s3", "s2"));
    view.story(merged("s2", "s1"));

    // Then
    WatchedStories.Detail detail = view.find("s3").orElseThrow();
    assertThat(detail.card().id()).isEqualTo("s1");
    assertThat(detail.card().merged()).containsExactlyInAnyOrder("s2", "s3");
    assertThat(detail.updates()).hasSize(3);
    assertThat(view.size()).isEqualTo(1);
  }

  @Test
  void shouldNotLoopWhenRedirectsFormCircle() {
    // Given
    WatchedStories view = Samples.view();
    view.update(0, 0, Samples.update("s1", 1).build());

    // When
    view.story(merged("s1", "s2"));
    view.story(merged("s2", "s1"));

    // Then
    assertThat(view.continued("s1")).isEqualTo("s2");
  }

  @Test
  void shouldOrderByMovementWhenPaged() {
    // Given
    WatchedStories view = Samples.view();
    view.update(0, 0, Samples.update("calm", 1).setMaterial(false).build());
    view.update(0, 1, Samples.update("hot", 1).build());
    view.update(0, 2, Samples.update("hot", 2).build());
    view.update(0, 3, Samples.update("copied", 1).setKind(UpdateKind.COPY).build());

    // When
    WatchedStories.Page first = view.page(Query.ALL, Optional.empty(), 2);
    WatchedStories.Page second = view.page(Query.ALL, first.next(), 2);

    // Then
    assertThat(first.stories()).extracting(StoryCard::id).containsExactly("hot", "copied");
    assertThat(second.stories()).extracting(StoryCard::id).containsExactly("calm");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void shouldShowBroadStoryFirstWhenSearchedByRelevance() {
    // Given
    WatchedStories view = Samples.view();
    view.update(0, 0, Samples.update("mention", 1).setHeadline("Harbour works delayed").build());
    view.story(
        Samples.story("broad")
            .setIndependent(13)
            .setLastAt(Samples.NOON.minusSeconds(86_400))
            .build());
    view.story(Samples.story("single").setLastAt(Samples.NOON.plusSeconds(3_600)).build());
    view.story(
        Samples.story("long-ago").setLastAt(Samples.NOON.minusSeconds(86_400 * 700L)).build());
    view.update(
        0,
        1,
        Samples.update("mention", 2)
            .setHeadline("Harbour works delayed")
            .setNews(List.of(Samples.news("A ferry ran aground there.")))
            .setIndependent(1)
            .build());
    Query query = Query.parse("q=ferry");

    // When
    WatchedStories.Page first = view.search(query, Optional.empty(), 2);
    WatchedStories.Page second = view.search(query, first.next(), 2);

    // Then
    assertThat(first.stories()).extracting(StoryCard::id).containsExactly("broad", "single");
    assertThat(second.stories()).extracting(StoryCard::id).containsExactly("mention", "long-ago");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void shouldForgetEventsOfStoryWhenLogIsFull() {
    // Given
    WatchedStories view = Samples.view(10, 2);

    // When
    for (long revision = 1; revision <= 5; revision++) {
      view.update(0, revision, Samples.update("s1", revision).build());
    }

    // Then
    assertThat(view.find("s1").orElseThrow().updates())
        .extracting(update -> update.revision)
        .containsExactly(4L, 5L);
  }

  private static org.storywire.news.Story merged(String from, String to) {
    return Samples.story(from)
        .setRevision(9)
        .setState(StoryState.MERGED)
        .setRedirectTo(to)
        .setSources(List.of())
        .build();
  }
}
