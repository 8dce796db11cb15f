/**
 * HTTP with publishers that nobody vouches for: {@link org.storywire.ingest.fetch.Fetcher} checks
 * every address as it connects, keeps every answer within limits, and asks one host one thing at a
 * time.
 */
package org.storywire.ingest.fetch;
