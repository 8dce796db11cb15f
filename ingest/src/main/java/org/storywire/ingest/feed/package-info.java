/**
 * Feeds as the world's publishers send them. {@link org.storywire.ingest.feed.FeedReader} takes the
 * bytes of an answer and gives a {@link org.storywire.ingest.feed.Feed} of entries, whatever the
 * format: RSS 0.9x to 2.0, RSS 1.0 in RDF, Atom 0.3 and 1.0, JSON Feed, with the modules that carry
 * news. It is lenient: what is wrongly encoded, not well-formed or cut off is read as far as it
 * goes. It never follows an entity or a DTD.
 */
package org.storywire.ingest.feed;
