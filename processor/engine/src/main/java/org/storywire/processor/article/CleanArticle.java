package org.storywire.processor.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An article freed from its page.
 *
 * @param articleId stable id of identity: of the canonical address where the page has one of its
 *     own, else of source and native id; a revision keeps it
 * @param nativeId the page's native id; for an embedded article that id, '#' and its number from 1
 * @param parentId articleId of the page's main article; empty for a main article
 * @param source source of the page; the credited outlet for an embedded article that names one
 * @param url address of the page as given; empty for an embedded article
 * @param title headline; taken from the text where none was given, empty if that failed
 * @param body clean paragraphs, separated by an empty line; never empty
 * @param language ISO 639-1 code, "und" where the text does not tell
 * @param publishedAt publication time given, or found in the text
 * @param eventAt publication time, no later than the page was received; else when it was received
 * @param credits in text order, each once
 * @param furniture lines of the page that are not the article's text, in page order, bounded
 * @param revision how many changed versions came before this one [0..]
 * @param unchanged whether this very text was seen before under this identity
 * @param textHash hash of title and paragraphs as normalised words, 16 hex digits
 * @param previousTextHash textHash of the version this one replaces; empty unless a new revision
 * @param pageKind what the page is instead of an article; empty for an article
 */
public record CleanArticle(
    String articleId,
    String nativeId,
    Optional<String> parentId,
    String source,
    Optional<String> url,
    String title,
    String body,
    String language,
    Optional<Instant> publishedAt,
    Instant eventAt,
    List<Credit> credits,
    List<String> furniture,
    int revision,
    boolean unchanged,
    String textHash,
    Optional<String> previousTextHash,
    Optional<PageKind> pageKind) {

  /** Copies the lists and checks that nothing is missing. */
  public CleanArticle {
    Objects.requireNonNull(articleId, "articleId");
    Objects.requireNonNull(nativeId, "nativeId");
    Objects.requireNonNull(parentId, "parentId");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(publishedAt, "publishedAt");
    Objects.requireNonNull(eventAt, "eventAt");
    Objects.requireNonNull(textHash, "textHash");
    Objects.requireNonNull(previousTextHash, "previousTextHash");
    Objects.requireNonNull(pageKind, "pageKind");
    credits = List.copyOf(credits);
    furniture = List.copyOf(furniture);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("article " + articleId + " has no body");
    }
  }
}
