package org.storywire.ingest.feed;

import java.util.List;

/**
 * A text of a feed, whatever markup it came in.
 *
 * @param text without markup, entities decoded, a blank line between paragraphs; empty if there is
 *     none
 * @param links addresses in its markup, made absolute, in order
 * @param language of this text as its element says, else empty
 */
public record FeedText(String text, List<String> links, String language) {

  /** No text. */
  public static final FeedText NONE = new FeedText("", List.of(), "");

  /** Copies the links. */
  public FeedText {
    links = List.copyOf(links);
  }

  /** Whether there is no text. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** This text, or another if it is empty. */
  FeedText or(FeedText other) {
    return isEmpty() && links.isEmpty() ? other : this;
  }
}
