package org.storywire.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * An item of a feed. What it does not give is an empty text, list or optional.
 *
 * @param id the publisher's id; empty if there is none
 * @param link absolute address of the page
 * @param title headline
 * @param summary a short text
 * @param content the whole text, or what the feed has of it
 * @param published when it was published
 * @param updated when it was last changed
 * @param created when it was made
 * @param expires when it is no longer valid
 * @param authors in order
 * @param categories sections and keywords, each once
 * @param language BCP 47 tag as written
 * @param comments absolute address of the readers' comments
 * @param rights copyright line or licence
 * @param image absolute address of a picture
 * @param enclosures files that belong to it
 * @param media absolute addresses of its Media RSS contents and thumbnails
 * @param source where an aggregator has it from
 */
public record FeedEntry(
    String id,
    String link,
    FeedText title,
    FeedText summary,
    FeedText content,
    Optional<FeedDate> published,
    Optional<FeedDate> updated,
    Optional<FeedDate> created,
    Optional<FeedDate> expires,
    List<Person> authors,
    List<String> categories,
    String language,
    String comments,
    FeedText rights,
    String image,
    List<Enclosure> enclosures,
    List<String> media,
    Optional<EntrySource> source) {

  /** Copies the lists. */
  public FeedEntry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    media = List.copyOf(media);
  }

  /** When it was published, else when it was changed. */
  public Optional<FeedDate> date() {
    return published.or(() -> updated);
  }

  /** The whole text, else the summary. */
  public FeedText text() {
    return content.or(summary);
  }
}
