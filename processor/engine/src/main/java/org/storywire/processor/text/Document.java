package org.storywire.processor.text;

import java.time.Instant;
import java.util.Objects;

/**
 * A clean article as the cores see it: identity, origin and analysed text. Computed once.
 *
 * @param id stable id of the article
 * @param source host or feed id; ties between articles of one source are judged differently
 * @param language ISO 639-1 code, "und" if unknown
 * @param publishedAt event time
 * @param title analysed headline, may be empty
 * @param body analysed clean text, may be empty
 */
public record Document(
    String id, String source, String language, Instant publishedAt, Text title, Text body) {

  /** Checks that nothing is missing. */
  public Document {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(publishedAt, "publishedAt");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(body, "body");
  }

  /** Analyses a title and a body. */
  public static Document of(
      String id, String source, String language, Instant publishedAt, String title, String body) {
    return new Document(id, source, language, publishedAt, Text.of(title), Text.of(body));
  }
}
