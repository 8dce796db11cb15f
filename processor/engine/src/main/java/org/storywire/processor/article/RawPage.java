package org.storywire.processor.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One page as its source delivered it.
 *
 * @param source host or feed id, {@code "unknown"} if neither is known
 * @param nativeId id the source gave the page, unique within the source
 * @param url address of the page as given
 * @param canonical address that the page claims for itself, if it claims one
 * @param title headline as given; often the body's first line repeats it, or it is only there
 * @param body text of the page, boilerplate and all; may be empty
 * @param publishedAt publication time claimed by the source
 * @param receivedAt when the page reached us; for an undated one of a back-fill, the date of the
 *     page before it
 * @param versioned whether all that comes under its id is the same article, however it changes, as
 *     agencies number their versions
 */
public record RawPage(
    String source,
    String nativeId,
    Optional<String> url,
    Optional<String> canonical,
    Optional<String> title,
    String body,
    Optional<Instant> publishedAt,
    Instant receivedAt,
    boolean versioned) {

  /** Source of pages that nobody claims: nothing is learned from it. */
  public static final String UNKNOWN_SOURCE = "unknown";

  /** Checks that nothing is missing. */
  public RawPage {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(nativeId, "nativeId");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(canonical, "canonical");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(publishedAt, "publishedAt");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /** A page that claims no address for itself, of a site that may use its address again. */
  public RawPage(
      String source,
      String nativeId,
      Optional<String> url,
      Optional<String> title,
      String body,
      Optional<Instant> publishedAt,
      Instant receivedAt) {
    this(source, nativeId, url, Optional.empty(), title, body, publishedAt, receivedAt, false);
  }
}
