package org.storywire.ingest.sitemap;

import java.util.Optional;
import org.storywire.ingest.feed.FeedDate;

/**
 * A page, or a further sitemap.
 *
 * @param loc absolute address
 * @param lastmod when it was last changed
 * @param news what a news sitemap says of it
 */
public record SitemapUrl(String loc, Optional<FeedDate> lastmod, Optional<SitemapNews> news) {}
