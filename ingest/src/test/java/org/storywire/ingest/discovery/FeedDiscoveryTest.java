package org.storywire.ingest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.ingest.discovery.FoundFeed.Evidence;

class FeedDiscoveryTest {

  private static final String PAGE = "https://www.paper.example/news/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=alternate type=application/rss+xml href=/news/a.xml>",
        "<LINK REL='home ALTERNATE' TYPE=' Application/Atom+XML ' HREF=' a.xml '>",
        "<base href=https://www.paper.example/news/x/><link rel=alternate type=application/atom+xml"
            + " href=../a.xml>",
        "<link rel=alternate type=application/rss+xml href=a.xml><base"
            + " href=https://other.example/>",
        "<link rel=feed href=a.xml>",
        "<link rel=alternate type=text/xml title='Our RSS' href=a.xml>",
        "<link rel=alternate type='application/feed+json' href=https://web.archive.org/web/2020id_/"
            + "https://www.paper.example/news/a.xml>",
        "<body><p><link rel=alternate type=application/rss+xml href=a.xml>"
      })
  void shouldFindWhatPageDeclares(String markup) {
    assertThat(find(markup))
        .extracting(FoundFeed::url, FoundFeed::evidence)
        .containsExactly(tuple("https://www.paper.example/news/a.xml", Evidence.DECLARED));
  }

  @Test
  void shouldKeepOrderAndTitlesAndSkipStylesheetsAndTranslations() {
    // When
    List<FoundFeed> feeds =
        find(
            """
            <link rel="alternate stylesheet" type="application/rss+xml" href="/style">
            <link rel="alternate" type="text/html" hreflang="fr" href="/fr/feed-me">
            <link rel="alternate" type="application/rss+xml" title="News" href="/1">
            <link rel="alternate" type="application/atom+xml" title="Sport" href="/2">
            <link rel="alternate" type="application/rss+xml" title="Again" href="/1">
            """);

    // Then
    assertThat(feeds)
        .containsExactly(
            new FoundFeed("https://www.paper.example/1", "News", Evidence.DECLARED),
            new FoundFeed("https://www.paper.example/2", "Sport", Evidence.DECLARED));
  }

  @Test
  void shouldTakeLinksOfSameSiteWhenNothingIsDeclared() {
    // When
    List<FoundFeed> feeds =
        find(
            """
            <a href="/about/feeds.html">Our feeds</a>
            <a href="https://elsewhere.example/feed/">Elsewhere</a>
            <a href="https://feeds.paper.example/news.rss">News</a>
            <a href="mailto:desk@paper.example">Desk</a>
            """);

    // Then
    assertThat(feeds)
        .containsExactly(
            new FoundFeed("https://feeds.paper.example/news.rss", "News", Evidence.LINKED),
            new FoundFeed(
                "https://www.paper.example/about/feeds.html", "Our feeds", Evidence.LINKED));
  }

  @Test
  void shouldGuessUsualPlacesWhenPageNamesNone() {
    assertThat(find("<p>Nothing here"))
        .contains(new FoundFeed("https://www.paper.example/feed/", "", Evidence.GUESSED))
        .allMatch(feed -> feed.evidence() == Evidence.GUESSED);
  }

  private static List<FoundFeed> find(String html) {
    return FeedDiscovery.find(html.getBytes(StandardCharsets.UTF_8), null, PAGE);
  }
}
