package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Verdict;

/** Old articles received today: their clock is their own, and no undated article moves it. */
class BackFillTopologyTest extends TopologyTest {

  private static final String TODAY = "2026-06-01T12:00:00Z";
  private static final String SOON_AFTER = "2026-06-01T12:00:01Z";

  @Test
  void shouldTakeTimeOfNeighboursWhenUndatedArticleComesInBackFill() {
    // Given
    feed(page("ledger.example", "one", "2013-03-02T09:00:00Z", TODAY, "Bridge", Pages.BRIDGE));

    // When
    feedUndated(undated("post.example", "two", "Election", Pages.ELECTION));
    feed(
        page(
            "herald.example",
            "three",
            "2013-03-03T10:00:00Z",
            TODAY,
            "Repairs to harbour bridge",
            Pages.BRIDGE_FOLLOW_UP));

    // Then
    List<Article> read = articles.readValuesToList();
    assertThat(read)
        .extracting(Article::getEventAt)
        .containsExactly(
            Instant.parse("2013-03-02T09:00:00Z"),
            Instant.parse("2013-03-02T09:00:00Z"),
            Instant.parse("2013-03-03T10:00:00Z"));
    assertThat(read).extracting(Article::getLate).containsOnly(false);
    assertThat(read.get(2).getStoryId()).isEqualTo(read.get(0).getStoryId());
  }

  @Test
  void shouldFindCopyWhenUndatedReprintComesInBackFill() {
    // Given
    feed(page("ledger.example", "one", "2013-03-02T09:00:00Z", TODAY, "Bridge", Pages.BRIDGE));

    // When
    feedUndated(undated("post.example", "two", "Bridge", Pages.BRIDGE));

    // Then
    List<Article> read = articles.readValuesToList();
    assertThat(read.get(1).getVerdict()).isEqualTo(Verdict.COPY);
    assertThat(read.get(1).getCopyGroup()).isEqualTo(read.get(0).getArticleId());
  }

  @Test
  void shouldTakeTimeOfItsFeedWhenReaderKnowsIt() {
    // Given
    RawArticle undated = undated("post.example", "one", "Bridge", Pages.BRIDGE);
    undated.setFeedAt(Instant.parse("2013-03-02T09:00:00Z"));

    // When
    feedUndated(undated);

    // Then
    Article article = articles.readValue();
    assertThat(article.getEventAt()).isEqualTo(Instant.parse("2013-03-02T09:00:00Z"));
    assertThat(article.getPublishedAt()).isNull();
  }

  @Test
  void shouldTakeTimeOfReceiptWhenUndatedArticleComesAmongFreshOnes() {
    // Given
    feed(page("ledger.example", "one", "2026-06-01T11:00:00Z", TODAY, "Bridge", Pages.BRIDGE));

    // When
    feedUndated(undated("post.example", "two", "Election", Pages.ELECTION));

    // Then
    assertThat(articles.readValuesToList().get(1).getEventAt())
        .isEqualTo(Instant.parse(SOON_AFTER));
  }

  private static RawArticle undated(String source, String id, String title, String body) {
    RawArticle article = page(source, id, SOON_AFTER, title, body);
    article.setPublishedAt(null);
    return article;
  }

  private void feedUndated(RawArticle article) {
    raw.pipeInput(article.getSource(), article, article.getReceivedAt());
  }
}
