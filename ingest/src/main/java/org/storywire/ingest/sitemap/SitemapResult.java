package org.storywire.ingest.sitemap;

import java.util.List;

/** What came of reading an answer as a sitemap. */
public sealed interface SitemapResult {

  /**
   * It lists pages.
   *
   * @param urls in its order
   */
  record Pages(List<SitemapUrl> urls) implements SitemapResult {
    /** Copies the list. */
    public Pages {
      urls = List.copyOf(urls);
    }
  }

  /**
   * It lists other sitemaps.
   *
   * @param sitemaps in its order
   */
  record Index(List<SitemapUrl> sitemaps) implements SitemapResult {
    /** Copies the list. */
    public Index {
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /**
   * It is no sitemap.
   *
   * @param reason what it is instead, and what was expected
   */
  record NotASitemap(String reason) implements SitemapResult {}
}
