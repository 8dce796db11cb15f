package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedArticlesTest {

  private static final Instant PUBLISHED = Instant.parse("2024-05-10T10:00:00Z");

  private static final String FERRY =
      "The ferry to the northern island stopped on Friday because its engine failed in a storm. All"
          + " forty passengers were brought ashore by the coast guard before noon.";

  private static final String ORCHARD =
      "Growers in the valley expect the smallest apple harvest in a decade after a week of frost in"
          + " April. Prices at the market have already risen by a third, sellers said.";

  private static final String AGGREGATOR =
      """
      logo
      Bridge closes for a month

      Bridge closes for a month

      Harbour Echo9 hours ago
      The old bridge over the harbour closed on Thursday after a barge hit one of its piers at dawn.
      Engineers said the repair would take at least four weeks and cost two million dollars or more.
      Write to Ana Ruiz at ana.ruiz@wsj.com and Tom Reed at tom.reed@wsj.com
      Blue background

      Comments

      No comments yet...

      Related Articles

      Ferry stops in storm
      Ferry stops in storm

      Island Post

      time10 minutes ago

        • Island Post

      Ferry stops in storm

      %s

      Apple growers fear small harvest
      Apple growers fear small harvest
      Valley News2 hours ago
      %s

      DOWNLOAD THE APP

      Ready to read more? Download our app today from your app store.
      app-storeplay-store
      """
          .formatted(FERRY, ORCHARD);

  @Test
  void shouldSplitPageWhenItCarriesOtherArticles() {
    // Given
    RawPage page = aggregator();

    // When
    List<CleanArticle> articles = clean(page, new HeapSourceMemory());

    // Then
    assertThat(articles)
        .extracting(CleanArticle::title)
        .containsExactly(
            "Bridge closes for a month",
            "Ferry stops in storm",
            "Apple growers fear small harvest");
    assertThat(articles)
        .extracting(CleanArticle::source)
        .containsExactly("collector.example", "Island Post", "Valley News");
    assertThat(articles).extracting(CleanArticle::nativeId).containsExactly("p1", "p1#1", "p1#2");
    assertThat(articles.get(1).body()).isEqualTo(FERRY);
    assertThat(articles.get(2).body()).isEqualTo(ORCHARD);
    assertThat(articles.get(1).parentId()).contains(articles.get(0).articleId());
    assertThat(articles.get(0).parentId()).isEmpty();
  }

  @Test
  void shouldTellTimesWhenPageGivesThemRelatively() {
    // Given
    RawPage page = aggregator();

    // When
    List<CleanArticle> articles = clean(page, new HeapSourceMemory());

    // Then
    assertThat(articles)
        .extracting(CleanArticle::eventAt)
        .containsExactly(PUBLISHED, PUBLISHED.minusSeconds(600), PUBLISHED.minusSeconds(7200));
  }

  @Test
  void shouldCreditEveryHandWhenTextCameThroughSeveral() {
    // Given
    RawPage page = aggregator();

    // When
    List<CleanArticle> articles = clean(page, new HeapSourceMemory());

    // Then
    assertThat(articles.get(0).credits())
        .containsExactly(
            new Credit(Credit.Kind.VIA, "Harbour Echo"),
            new Credit(Credit.Kind.VIA, "collector.example"),
            new Credit(Credit.Kind.BYLINE, "Ana Ruiz"),
            new Credit(Credit.Kind.BYLINE, "Tom Reed"),
            new Credit(Credit.Kind.AUTHOR_ADDRESS, "The Wall Street Journal"));
    assertThat(articles.get(1).credits())
        .containsExactly(new Credit(Credit.Kind.VIA, "collector.example"));
  }

  @Test
  void shouldKeepOtherTextsOutOfMainArticleWhenPageIsSplit() {
    // Given
    RawPage page = aggregator();

    // When
    CleanArticle main = clean(page, new HeapSourceMemory()).get(0);

    // Then
    assertThat(main.body())
        .doesNotContain("ferry", "apple", "logo", "Comments", "background", "wsj.com", "ago")
        .startsWith("The old bridge")
        .endsWith("two million dollars or more.");
  }

  @Test
  void shouldCallEmbeddedArticleUnchangedWhenPageIsCrawledAgain() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    List<CleanArticle> before = clean(aggregator(), memory);

    // When
    List<CleanArticle> again = clean(aggregator(), memory);

    // Then
    assertThat(again).allMatch(CleanArticle::unchanged);
    assertThat(again)
        .extracting(CleanArticle::articleId)
        .containsExactlyElementsOf(before.stream().map(CleanArticle::articleId).toList());
  }

  @Test
  void shouldFindArticleWhenItsHeadlineStandsOnceBelowAnnouncement() {
    // Given
    String body =
        "The old bridge over the harbour closed on Thursday after a barge hit it.\n"
            + "You may also like\n"
            + "Ferry stops in storm\nIsland Post\n5 hours ago\n"
            + FERRY;

    // When
    List<CleanArticle> articles = clean(page(body), new HeapSourceMemory());

    // Then
    assertThat(articles)
        .extracting(CleanArticle::title)
        .containsExactly("Bridge closes", "Ferry stops in storm");
    assertThat(articles.get(1).source()).isEqualTo("Island Post");
  }

  @Test
  void shouldNotSplitWhenReportRepeatsLinesInItsText() {
    // Given
    String body =
        "The wardens counted three kinds of birds along the river on Monday morning.\n"
            + "Of the grey herons:\nTwo had nests\nOf the white storks:\nTwo had nests\n"
            + FERRY
            + "\nOf the black swans:\nNone was seen\n"
            + ORCHARD;

    // When
    List<CleanArticle> articles = clean(page(body), new HeapSourceMemory());

    // Then
    assertThat(articles).hasSize(1);
  }

  @Test
  void shouldDropTeaserWhenEmbeddedTextIsShort() {
    // Given
    String body =
        "The old bridge over the harbour closed on Thursday after a barge hit it.\n"
            + "Related\nFerry stops in storm\nFerry stops in storm\nIsland Post\n5 hours ago\n"
            + "The ferry to the island stopped early.";

    // When
    List<CleanArticle> articles = clean(page(body), new HeapSourceMemory());

    // Then
    assertThat(articles).hasSize(1);
    assertThat(articles.get(0).body()).doesNotContain("ferry", "Ferry");
  }

  private static RawPage aggregator() {
    return new RawPage(
        "collector.example",
        "p1",
        Optional.of("https://collector.example/a/1"),
        Optional.empty(),
        AGGREGATOR,
        Optional.of(PUBLISHED),
        PUBLISHED.plusSeconds(60));
  }

  private static RawPage page(String body) {
    return Pages.page("p1", "Bridge closes", body, PUBLISHED);
  }

  private static List<CleanArticle> clean(RawPage page, SourceMemory memory) {
    Cleaned cleaned = new PageCleaner(ArticleConfig.defaults()).clean(page, memory);
    return ((Cleaned.Clean) cleaned).articles();
  }
}
