package org.storywire.ingest.feed;

/**
 * A feed of a subscription list. What is not given is an empty text.
 *
 * @param title its name, else an address
 * @param feedUrl address of the feed
 * @param siteUrl address of the site
 * @param category name of the outline that it stands in
 */
public record Outline(String title, String feedUrl, String siteUrl, String category) {}
