package org.storywire.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * A feed as it was read. What it does not give is an empty text, list or optional.
 *
 * @param format its family
 * @param version as the feed tells it ({@code 2.0}), empty if it does not
 * @param charset name of the encoding it was read in
 * @param complete whether its end was there; a feed that was cut off may miss entries
 * @param title its name
 * @param description what it is about
 * @param info how it is to be read, in Atom 0.3
 * @param id its id
 * @param link absolute address of its page
 * @param language BCP 47 tag as written
 * @param published when this edition was published
 * @param updated when it last changed
 * @param authors in order
 * @param categories each once
 * @param rights copyright line or licence
 * @param image absolute address of its logo
 * @param polling what it asks of pollers
 * @param entries in the feed's order
 */
public record Feed(
    FeedFormat format,
    String version,
    String charset,
    boolean complete,
    FeedText title,
    FeedText description,
    FeedText info,
    String id,
    String link,
    String language,
    Optional<FeedDate> published,
    Optional<FeedDate> updated,
    List<Person> authors,
    List<String> categories,
    FeedText rights,
    String image,
    Polling polling,
    List<FeedEntry> entries) {

  /** Copies the lists. */
  public Feed {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    entries = List.copyOf(entries);
  }
}
