/**
 * Live sources: what each one is ({@link org.storywire.ingest.sources.SourceState}) lives in a
 * compacted topic, from which any instance can go on; {@link
 * org.storywire.ingest.sources.FeedsReader} asks those that are due, and writes new items and the
 * new state in one transaction.
 */
package org.storywire.ingest.sources;
