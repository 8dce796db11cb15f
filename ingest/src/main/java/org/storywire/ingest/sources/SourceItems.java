package org.storywire.ingest.sources;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.ingest.feed.Feed;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.FeedResult;
import org.storywire.ingest.feed.Polling;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.poll.FeedHints;
import org.storywire.ingest.sitemap.SitemapNews;
import org.storywire.ingest.sitemap.SitemapReader;
import org.storywire.ingest.sitemap.SitemapResult;
import org.storywire.ingest.sitemap.SitemapUrl;

/**
 * The items in a publisher's answer: the entries of a feed, or the articles of a news sitemap.
 *
 * @param form {@code rss 2.0}, {@code news sitemap}
 * @param title of the feed, or the publication's name; may be empty
 * @param language that the feed claims; may be empty
 * @param hints what the feed asks of its readers
 * @param complete whether it was read to its end
 * @param items the newest first as a rule
 */
record SourceItems(
    String form,
    String title,
    String language,
    FeedHints hints,
    boolean complete,
    List<FeedItem> items) {

  /** Says what an answer holds instead, and what was expected. */
  static final class NoItems extends Exception {
    private static final long serialVersionUID = 1L;

    NoItems(String reason) {
      super(reason);
    }
  }

  /** A news sitemap has 1,000 articles at most, as its protocol says. */
  private static final int MOST_IN_SITEMAP = 1_000;

  SourceItems {
    items = List.copyOf(items);
  }

  /**
   * Reads an answer.
   *
   * @throws NoItems if it is neither a feed nor a news sitemap
   */
  static SourceItems of(Response response) throws NoItems {
    byte[] body = response.body().get();
    FeedResult result = new FeedReader().read(body, response.contentType(), response.address());
    if (result instanceof FeedResult.Found found) {
      return of(found.feed());
    }
    SitemapResult sitemap = SitemapReader.read(body, response.contentType(), response.address());
    if (sitemap instanceof SitemapResult.Pages pages) {
      List<SitemapUrl> news = pages.urls().stream().filter(url -> url.news().isPresent()).toList();
      if (!news.isEmpty() || pages.urls().isEmpty()) {
        return of(news, !response.cut());
      }
      throw new NoItems("a sitemap of " + pages.urls().size() + " pages, expected one of news");
    }
    throw new NoItems(((FeedResult.NotAFeed) result).reason());
  }

  private static SourceItems of(Feed feed) {
    Polling polling = feed.polling();
    FeedHints hints =
        new FeedHints(
            polling.ttl().filter(ttl -> !ttl.isNegative()).orElse(FeedHints.NONE.ttl()),
            polling.skipHours(),
            polling.skipDays());
    String form = feed.format().name().toLowerCase(Locale.ROOT) + ' ' + feed.version();
    return new SourceItems(
        form.strip(),
        feed.title().text(),
        feed.language(),
        hints,
        feed.complete(),
        FeedItems.of(feed));
  }

  private static SourceItems of(List<SitemapUrl> urls, boolean complete) {
    Optional<SitemapNews> first = urls.stream().findFirst().flatMap(SitemapUrl::news);
    return new SourceItems(
        "news sitemap",
        first.map(SitemapNews::publication).orElse(""),
        first.map(SitemapNews::language).orElse(""),
        FeedHints.NONE,
        complete,
        urls.stream()
            .map(FeedItems::of)
            .sorted(
                Comparator.comparing(
                    (FeedItem item) -> item.published().orElse(Instant.MIN),
                    Comparator.reverseOrder()))
            .limit(MOST_IN_SITEMAP)
            .toList());
  }
}
