package org.storywire.ingest.sources;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.storywire.ingest.fetch.WebAddress;
import org.storywire.ingest.poll.PollPolicy;

/**
 * What an operator wants of a source.
 *
 * @param address of the feed as given
 * @param name for people; the feed's title serves where there is none
 * @param fullText whether pages are fetched for items
 * @param least shortest time between two requests; the reader's own if empty
 * @param most longest time between two requests without news; the reader's own if empty
 * @param addedAt when it was added
 */
public record SourceSettings(
    String address,
    Optional<String> name,
    FullText fullText,
    Optional<Duration> least,
    Optional<Duration> most,
    Instant addedAt) {

  /** Whether pages are fetched for items. */
  public enum FullText {
    /** For every item. */
    ALWAYS,
    /** For items of which the feed has a summary only. */
    WHEN_SHORT,
    /** For none. */
    NEVER
  }

  /** Checks the address and the bounds. */
  public SourceSettings {
    if (WebAddress.parse(address).isEmpty()) {
      throw new IllegalArgumentException(
          "illegal source: " + address + ", must be an address of http or https");
    }
    if (least.isPresent() || most.isPresent()) {
      PollPolicy unused = policy(PollPolicy.DEFAULT, least, most);
    }
  }

  /** A source with nothing but an address. */
  public static SourceSettings of(String address, Instant addedAt) {
    return new SourceSettings(
        address,
        Optional.empty(),
        FullText.WHEN_SHORT,
        Optional.empty(),
        Optional.empty(),
        addedAt);
  }

  /** Stable id: that of the address, whatever else changes. */
  public String sourceId() {
    return SourceIds.of(uri().toString());
  }

  /** The address as it can be asked for. */
  public URI uri() {
    return WebAddress.parse(address).orElseThrow();
  }

  /** The reader's policy within this source's bounds. */
  PollPolicy policy(PollPolicy reader) {
    return policy(reader, least, most);
  }

  private static PollPolicy policy(
      PollPolicy reader, Optional<Duration> least, Optional<Duration> most) {
    if (least.isEmpty() && most.isEmpty()) {
      return reader;
    }
    Duration shortest = least.orElse(reader.least());
    Duration longest = most.orElse(reader.most());
    if (least.isEmpty() && shortest.compareTo(longest) > 0) {
      shortest = longest;
    } else if (most.isEmpty() && longest.compareTo(shortest) < 0) {
      longest = shortest;
    }
    return reader.withBounds(shortest, longest);
  }
}
