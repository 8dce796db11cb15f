package org.storywire.ingest.poll;

import java.util.Optional;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.HeaderFields;

/**
 * What a publisher gave with a body, and gets back byte for byte to tell whether it has changed
 * (RFC 9110, section 8.8).
 *
 * @param etag field {@code ETag}
 * @param lastModified field {@code Last-Modified}
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

  /** The publisher gave none: every request costs it a whole body. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /** A longer one is not worth keeping. */
  private static final int MOST_LETTERS = 1_000;

  /** The validators among the fields of an answer. */
  public static Validators of(HeaderFields fields) {
    return new Validators(kept(fields, "ETag"), kept(fields, "Last-Modified"));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }

  /** Makes a request conditional. */
  public FetchRequest on(FetchRequest request) {
    FetchRequest conditional = request;
    if (etag.isPresent()) {
      conditional = conditional.with("If-None-Match", etag.get());
    }
    if (lastModified.isPresent()) {
      conditional = conditional.with("If-Modified-Since", lastModified.get());
    }
    return conditional;
  }

  private static Optional<String> kept(HeaderFields fields, String name) {
    return fields.first(name).filter(v -> !v.isBlank() && v.length() <= MOST_LETTERS);
  }
}
