package org.storywire.ingest.feed;

import java.util.Optional;
import org.storywire.ingest.date.NewsDate;

/**
 * A date of a feed.
 *
 * @param written as the feed has it
 * @param read what it names; empty if it can't be read or stands for no date
 */
public record FeedDate(String written, Optional<NewsDate> read) {}
