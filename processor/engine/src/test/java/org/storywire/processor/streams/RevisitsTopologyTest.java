package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** What the topology says of an article that it has seen before. */
class RevisitsTopologyTest extends TopologyTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String NEXT_DAY = "2026-03-03T09:00:00Z";

  @Test
  void shouldKnowAnOldArticleWhenItIsVisitedTwiceInARow() {
    // Given: time has moved on far beyond the article's own
    feed(page("ledger.example", "vote-1", "2028-03-02T08:00:00Z", "Vote held", Pages.ELECTION));
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));

    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList())
        .extracting(Article::getVerdict)
        .containsExactly(Verdict.ORIGINAL, Verdict.ORIGINAL, Verdict.UNCHANGED);
  }

  @Test
  void shouldNotKnowAnArticleThatWasNotVisitedForLongEvenIfItIsNotRemovedYet() {
    // Given: entries are removed between records, and none came since
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));

    // When
    String longAfter = "2028-03-02T09:00:00Z";
    feed(page("ledger.example", "bridge-1", longAfter, "Harbour bridge shut", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList())
        .extracting(Article::getVerdict)
        .containsExactly(Verdict.ORIGINAL, Verdict.ORIGINAL);
  }

  @Test
  void shouldCountARecrawlAsUnchangedAndAChangeAsARevision() {
    // Given
    String corrected = Pages.BRIDGE.replace("18,000 vehicles", "16,000 vehicles");

    // When
    feed(page("ledger.example", "bridge-1", NINE, NINE, "Harbour bridge shut", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, TEN, "Harbour bridge shut", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, NEXT_DAY, "Harbour bridge shut", corrected));

    // Then
    List<Article> judged = articles.readValuesToList();
    assertThat(judged)
        .extracting(Article::getVerdict)
        .containsExactly(Verdict.ORIGINAL, Verdict.UNCHANGED, Verdict.REVISION);
    assertThat(judged).extracting(Article::getArticleId).containsOnly(judged.get(0).getArticleId());
    assertThat(judged).extracting(Article::getStoryId).containsOnly(judged.get(0).getStoryId());
    assertThat(updates.readValuesToList())
        .extracting(StoryUpdate::getKind)
        .containsExactly(UpdateKind.OPENED, UpdateKind.REVISION);
  }

  @Test
  void shouldFlagTheCopyThatStillCarriesTheOldPassageWhenItsOriginIsCorrected() {
    // Given
    String corrected =
        Pages.BRIDGE.replace(
            "would stay shut for at least three weeks while engineers fit steel plates",
            "would reopen on Friday after engineers fit temporary wooden boards");

    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));
    feed(page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, NEXT_DAY, "Harbour bridge shut", corrected));

    // Then
    Article copy = articles.readValuesToList().get(1);
    assertThat(updates.readValuesToList())
        .filteredOn(event -> event.getKind() == UpdateKind.STALE_COPY)
        .singleElement()
        .satisfies(event -> assertThat(event.getArticleId()).isEqualTo(copy.getArticleId()));
  }
}
