package org.storywire.ingest.feed;

/**
 * An author.
 *
 * @param name empty if only the address is known
 * @param email empty if not given
 */
public record Person(String name, String email) {}
