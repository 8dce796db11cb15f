package org.storywire.ingest.feed;

import java.util.Optional;

/**
 * The feed that an entry was taken from, when an aggregator passes it on.
 *
 * @param title its title, empty if not given
 * @param link its address, empty if not given
 * @param id its id, empty if not given
 * @param updated when it changed
 */
public record EntrySource(String title, String link, String id, Optional<FeedDate> updated) {}
