package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.member.NewItem;

/** What an article adds to its story: told, ranked and called material, or not. */
class StoryNewsTest {

  private final FollowedNews news = new FollowedNews();

  @AfterEach
  void revisionsHaveNoGaps() {
    news.assertRevisionsHaveNoGaps();
  }

  @Test
  void shouldJoinAndTellWhatIsNewWhenAnotherOutletReportsMore() {
    // Given
    news.sinking();

    // When
    Followed followed = news.toll();

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    StoryEvent coverage = followed.events().get(0);
    assertThat(coverage.kind()).isEqualTo(StoryEvent.Kind.COVERAGE);
    assertThat(coverage.material()).isTrue();
    assertThat(coverage.independent()).isEqualTo(2);
    assertThat(coverage.news())
        .hasSizeLessThanOrEqualTo(12)
        .anySatisfy(
            item -> {
              assertThat(item.kind()).isEqualTo(NewItem.Kind.NUMBER);
              assertThat(item.text()).startsWith("Five (was three) people");
            })
        .anySatisfy(item -> assertThat(item.text()).contains("postponed an inspection"))
        .noneSatisfy(item -> assertThat(item.text()).isEqualTo("Ines Halvorsen"))
        .allSatisfy(
            item ->
                assertThat(item.text().replace(" (was three)", ""))
                    .isEqualTo(Articles.HARBOUR_MORE.substring(item.start(), item.end())));
    assertThat(coverage.news()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    assertThat(followed.decision().parts()).isNotEmpty();
    assertThat(followed.decision().score()).isGreaterThanOrEqualTo(FollowedNews.MODEL.threshold());
  }

  @Test
  void shouldTellWhatTheHeadlineTellsBeforeAsidesWhenBothAreNew() {
    // Given
    news.sinking();

    // When
    Followed followed =
        news.follow(
            Articles.original(
                "a3",
                "gazette.example",
                "2026-03-05T09:00:00Z",
                "Navy crane to lift wreck of ferry Maribel off Port Carrow",
                """
                Quartermaster Dagny Rask strolled along the quay with shivering reporters this morning.
                A navy crane from Norhaven will lift the wreck of the Maribel off Port Carrow on Friday, the coastguard said.
                Her terrier Biscuit chased gulls between heaps of tangled orange lifeboat ropes.\
                """));

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    assertThat(followed.events().get(0).news().get(0).text()).startsWith("A navy crane");
  }

  @Test
  void shouldAddNothingWhenArticleIsCopy() {
    // Given
    news.sinking();

    // When
    Followed followed =
        news.follow(
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
    news.sinking();
    String revised =
        Articles.HARBOUR.replace("three people drowned", "four people drowned")
            + "\nA fourth victim, a retired teacher from Lindmouth, died in hospital overnight.";

    // When
    Followed followed =
        news.follow(
            Articles.revision(
                "a1", "wire.example", "2026-03-04T06:00:00Z", Articles.HARBOUR_TITLE, revised));

    // Then
    StoryEvent revision = followed.events().get(0);
    assertThat(revision.kind()).isEqualTo(StoryEvent.Kind.REVISION);
    assertThat(revision.articles()).isEqualTo(1);
    assertThat(revision.news())
        .extracting(NewItem::text)
        .contains("A fourth victim, a retired teacher from Lindmouth, died in hospital overnight.")
        .anyMatch(text -> text.contains("four (was three) people drowned"))
        .noneMatch(text -> text.contains("hull plate"));
    assertThat(revision.material()).isTrue();
    assertThat(news.follower.articleCount()).isEqualTo(1);
  }

  @Test
  void shouldAlertForWhatARevisionAddsWhenSomethingHappened() {
    // Given
    String title = "Live: flood reaches Torvik";
    String before =
        """
        The river Aske stands two metres above its banks in Torvik this morning.
        Volunteers fill sandbags behind the old brewery and sing.\
        """;
    open("l1", title, before);

    // Then
    String goose = "A reader sends a picture of a goose that swims through his kitchen.\n" + before;
    assertThat(revise("l1", title, goose)).isFalse();
    String dead = "A ferryman of 58 was found dead below the weir, the coastguard says.\n" + goose;
    assertThat(revise("l1", "Live: ferryman dead in flood", dead)).isTrue();
    String late = dead + "\nThe mayor has ordered two streets in the old town evacuated.";
    assertThat(revise("l1", "Live: ferryman dead in flood", late)).isTrue();
    String thanks = late + "\nThank you for your many pictures and letters, and sleep well.";
    assertThat(revise("l1", "As it happened: flood kills ferryman", thanks)).isFalse();
  }

  @Test
  void shouldNotAlertWhenOnlyACounterChanged() {
    // Given
    String title = "Goose swims through kitchen in Torvik";
    String body = "The clip of the goose has 1,204 views on the page of the Torvik gazette so far.";
    open("g1", title, body);

    // Then
    assertThat(revise("g1", title, body.replace("1,204", "1,893"))).isFalse();
  }

  @Test
  void shouldAlertAtTheFirstReportOnlyWhenSomethingHappened() {
    assertThat(
            open(
                "o1",
                "Lorry overturns on Hask bridge, driver unhurt",
                "A lorry lay on its side on the Hask bridge on Monday. No one was hurt."))
        .isFalse();
    assertThat(
            open(
                "o2",
                "Quarry owner arrested over fumes in Lindmouth",
                "Officers arrested the owner of the Lindmouth quarry on Tuesday evening."))
        .isTrue();
    assertThat(
            open(
                "o3",
                "Choir of Ostra may cancel its tour",
                "The choir of Ostra could cancel its summer tour, its conductor warned."))
        .isFalse();
  }

  private boolean open(String id, String title, String body) {
    return news.follow(Articles.original(id, id + ".example", "2026-03-06T08:00:00Z", title, body))
        .events()
        .get(0)
        .material();
  }

  private boolean revise(String id, String title, String body) {
    return news.follow(Articles.revision(id, id + ".example", "2026-03-06T10:00:00Z", title, body))
        .events()
        .get(0)
        .material();
  }
}
