package org.storywire.ingest.discovery;

/**
 * An address at which a page says, or seems to say, that there is a feed.
 *
 * @param url absolute address
 * @param title as the page names it, may be empty
 * @param evidence how sure it is
 */
public record FoundFeed(String url, String title, Evidence evidence) {

  /** How a page points to a feed, the surest way first. */
  public enum Evidence {
    /** A link element with a feed's media type. */
    DECLARED,
    /** A link in the text that looks like one to a feed of this site. */
    LINKED,
    /** A place where sites of this kind have their feed; the page does not name it. */
    GUESSED
  }
}
