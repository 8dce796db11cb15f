/**
 * Dates as publishers write them. {@link org.storywire.ingest.date.NewsDate#parse} is the one place
 * in ingest that reads a date: in feeds, pages, sitemaps, agency items and JSON lines.
 */
package org.storywire.ingest.date;
