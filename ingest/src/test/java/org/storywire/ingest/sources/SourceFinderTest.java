package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.fetch.Publisher;

/** What an operator learns of a site before and after adding it. */
class SourceFinderTest {

  private static final FetchConfig CONFIG =
      FetchConfig.from(Map.of("fetch.allow-local", "127.0.0.1", "fetch.host-interval", "PT0.001S"));
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Harbour Ledger</title><language>en</language>
      <item><guid>1</guid><link>/private/1</link><title>Ferry freed</title>
      <description>In short.</description><pubDate>Wed, 4 Mar 2026 08:00:00 GMT</pubDate></item>
      <item><guid>2</guid><title>Tide</title></item></channel></rss>
      """;
  private static final String NEWS_SITEMAP =
      """
      <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/ferry</loc>
      <news:news><news:publication><news:name>Harbour Ledger</news:name></news:publication>
      <news:title>Ferry freed</news:title></news:news></url></urlset>
      """;

  private final Publisher publisher = Publisher.open();
  private final String site = "http://127.0.0.1:" + publisher.port();
  private final SourceFinder finder = new SourceFinder(() -> CONFIG, true);

  @AfterEach
  void close() {
    finder.close();
    publisher.close();
  }

  @Test
  void shouldFindFeedsOfPageWithoutCommentsAndOfferNewsSitemap() throws Exception {
    // Given
    publisher.on(
        "/",
        Publisher.ok(
            "<link rel='alternate' type='application/rss+xml' href='/rss' title='Ledger'>"
                + "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"));
    publisher.on("/robots.txt", Publisher.ok("Sitemap: " + site + "/sitemap.xml"));
    publisher.on(
        "/sitemap.xml",
        Publisher.ok(
            "<sitemapindex><sitemap><loc>/pages.xml</loc></sitemap>"
                + "<sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"));
    publisher.on("/news.xml", Publisher.ok(NEWS_SITEMAP));

    // When
    var found = finder.find(site + "/");

    // Then
    assertThat(found).containsExactly(new SourceFinder.Found(site + "/rss", Optional.of("Ledger")));
    assertThat(finder.newsSitemaps()).containsExactly(site + "/news.xml");
  }

  @Test
  void shouldTryUsualPlacesWhenPageNamesNoFeed() throws Exception {
    // Given
    publisher.on("/", Publisher.ok("<html><body>Harbour Ledger</body></html>"));
    publisher.on("/rss.xml", Publisher.ok(FEED));

    // When
    var found = finder.find(site + "/");

    // Then
    assertThat(found).extracting(SourceFinder.Found::address).containsExactly(site + "/rss.xml");
  }

  @Test
  void shouldTakeNewsSitemapItselfAsSource() throws Exception {
    // Given
    publisher.on("/news.xml", Publisher.ok(NEWS_SITEMAP));

    // When
    var found = finder.find(site + "/news.xml");

    // Then
    assertThat(found).extracting(SourceFinder.Found::address).containsExactly(site + "/news.xml");
  }

  @Test
  void shouldNameNewsSitemapWhenSiteHasNoFeed() {
    // Given
    publisher.on("/", Publisher.ok("<html><body>Harbour Ledger</body></html>"));
    publisher.on("/robots.txt", Publisher.ok("Sitemap: " + site + "/news.xml"));
    publisher.on("/news.xml", Publisher.ok(NEWS_SITEMAP));

    // When, Then
    assertThatThrownBy(() -> finder.find(site + "/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("its news sitemap can be added: " + site + "/news.xml");
  }

  @Test
  void shouldSayWhatSourceAnswersNow() throws Exception {
    // Given
    publisher.on("/rss", Publisher.ok(FEED));
    publisher.on("/robots.txt", Publisher.ok("User-agent: *\nDisallow: /private"));

    // When
    Map<String, String> says = check("/rss");

    // Then
    assertThat(says)
        .containsEntry("answer", "200, without ETag or Last-Modified")
        .containsEntry("read", "rss 2.0")
        .containsEntry("language", "en")
        .containsEntry("items", "2 (1 with a date, 0 with full text, 2 with a summary or less)")
        .containsEntry("newest", "4 h ago")
        .containsEntry("pages", "wanted for 1 items")
        .containsEntry("robots", "disallowed for 127.0.0.1")
        .containsEntry("interval", "60 min");
  }

  @Test
  void shouldSayWhatIsWrongWhenSourceAnswersNoFeed() throws Exception {
    // Given
    publisher.on("/page", Publisher.ok("<html><body>Back soon</body></html>"));

    // When
    Map<String, String> says = check("/page");

    // Then
    assertThat(says.get("answer")).startsWith("200, no feed");
    assertThat(says).doesNotContainKey("items");
  }

  private Map<String, String> check(String path) throws InterruptedException {
    Clock noon = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
    try (Fetcher fetcher = Fetcher.open(CONFIG, new HostTurns(CONFIG.hostInterval()))) {
      return new SourceCheck(fetcher, noon)
          .ask(SourceSettings.of(site + path, noon.instant()), Optional.empty());
    }
  }
}
