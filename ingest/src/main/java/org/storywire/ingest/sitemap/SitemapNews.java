package org.storywire.ingest.sitemap;

import java.util.List;
import java.util.Optional;
import org.storywire.ingest.feed.FeedDate;

/**
 * An article in a news sitemap
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 *
 * @param title headline, empty if not given
 * @param publication name of the outlet, empty if not given
 * @param language of the outlet, empty if not given
 * @param published when it was published
 * @param keywords in order
 */
public record SitemapNews(
    String title,
    String publication,
    String language,
    Optional<FeedDate> published,
    List<String> keywords) {

  /** Copies the keywords. */
  public SitemapNews {
    keywords = List.copyOf(keywords);
  }
}
