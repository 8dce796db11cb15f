package org.storywire.ingest.feed;

/**
 * A file that belongs to an entry: picture, film or sound.
 *
 * @param url absolute address
 * @param type media type, empty if not given
 * @param length size as written [bytes], empty if not given
 */
public record Enclosure(String url, String type, String length) {}
