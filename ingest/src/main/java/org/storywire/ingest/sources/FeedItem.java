package org.storywire.ingest.sources;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.ingest.StableHash;

/**
 * An item of a feed, as it is told from others and from what it was before.
 *
 * @param id the publisher's id, may be empty
 * @param link address of its page, may be empty
 * @param title headline, may be empty
 * @param text without markup, may be empty
 * @param whole whether the text is more than a summary
 * @param published claimed publication
 * @param extra further fields by name
 */
record FeedItem(
    String id,
    String link,
    String title,
    String text,
    boolean whole,
    Optional<Instant> published,
    Map<String, String> extra) {

  private static final int HEX_DIGITS = 16;

  FeedItem {
    extra = Map.copyOf(extra);
  }

  /** The same with a further field, unless it has one of that name. */
  FeedItem with(String name, String value) {
    Map<String, String> more = new TreeMap<>(extra);
    more.putIfAbsent(name, value);
    return new FeedItem(id, link, title, text, whole, published, more);
  }

  /** What names the item within its feed: its id, else its address, else what it says. */
  String nativeId() {
    if (!id.isBlank()) {
      return id.strip();
    }
    return link.isBlank() ? StableHash.of("item", title, text).substring(0, 32) : link.strip();
  }

  long idHash() {
    return hash(nativeId());
  }

  /** 0 if there is no address. */
  long linkHash() {
    return link.isBlank() ? 0 : hash(link.strip());
  }

  /** Changes when a reader would see a change. */
  long contentHash() {
    return hash(squeezed(title) + "\n" + squeezed(text));
  }

  private static String squeezed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static long hash(String text) {
    return Long.parseUnsignedLong(StableHash.of("item", text).substring(0, HEX_DIGITS), 16);
  }
}
