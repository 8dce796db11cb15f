package org.storywire.ingest.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The article of a page. Everything but the text is what the page claims.
 *
 * @param text the article's own text, lead and intermediate headings included, paragraphs parted by
 *     blank lines; empty if none was found
 * @param title headline without the outlet's name
 * @param authors names as they stand, in the page's order, without doubles
 * @param published when it was published; a date without time is the start of that day in UTC
 * @param modified when it was last changed
 * @param canonical the page's own absolute address for itself
 * @param language language tag, as {@code de} or {@code en-GB}
 * @param section the outlet's section
 * @param outlet name of the outlet
 * @param description summary meant for search engines and networks
 * @param keywords the outlet's own keywords
 * @param teaser whether the text is only the open part of an article that must be paid for
 * @param article whether the page holds an article; fronts of sections and indexes do not
 * @param rights signals about use, by name: {@code robots}, {@code license}, {@code copyright},
 *     {@code free}, {@code tdm-reservation} and others, as the page writes them
 */
public record Page(
    String text,
    Optional<String> title,
    List<String> authors,
    Optional<Instant> published,
    Optional<Instant> modified,
    Optional<String> canonical,
    Optional<String> language,
    Optional<String> section,
    Optional<String> outlet,
    Optional<String> description,
    List<String> keywords,
    boolean teaser,
    boolean article,
    Map<String, String> rights) {

  public Page {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
    rights = Map.copyOf(rights);
  }
}
