/**
 * Sitemaps and news sitemaps (https://www.sitemaps.org/protocol.html), their indexes, and lists of
 * addresses.
 */
package org.storywire.ingest.sitemap;
