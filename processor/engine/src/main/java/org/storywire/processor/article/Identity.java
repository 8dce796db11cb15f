package org.storywire.processor.article;

import java.util.List;
import java.util.Optional;
import org.storywire.processor.text.Hashing;

/**
 * Ids of articles. A page with an address of its own is that {@link Address} in canonical form; the
 * address that a page claims for itself counts more than the one it was found under, unless it is
 * of another domain: no page speaks for a foreign one. A bare host or an index page is no identity;
 * such a page, and one without address, is its source and native id. An embedded article is its
 * page and its headline.
 */
final class Identity {

  private final Address addresses;

  /**
   * Ids under which these parameters do not count, nor those of the shipped list.
   *
   * @param trackingParameters see {@link TrackingParameters#with(List)}
   */
  Identity(List<String> trackingParameters) {
    this.addresses = new Address(TrackingParameters.with(trackingParameters));
  }

  /** Id of a page's main article. */
  String of(RawPage page) {
    return address(page)
        .map(url -> Hashing.id("url", url))
        .orElseGet(() -> Hashing.id("native", page.source(), page.nativeId()));
  }

  /** Id of another article that took over the page's identity. */
  String ofSuccessor(RawPage page, String textHash) {
    return address(page)
        .map(url -> Hashing.id("url", url, textHash))
        .orElseGet(() -> Hashing.id("native", page.source(), page.nativeId(), textHash));
  }

  /** Id of the article that a page is part of. */
  String of(RawPage page, PageParts.Part part) {
    return part.url()
        .flatMap(addresses::canonical)
        .map(url -> Hashing.id("url", url))
        .orElseGet(() -> of(page));
  }

  /** Under which an article of several pages is found if their addresses do not tell. */
  static String ofParts(RawPage page, Line title) {
    return Hashing.id("parts", page.source(), Long.toHexString(title.print()));
  }

  /** Id of what a page shows in place of its article. */
  String ofStandIn(RawPage page) {
    return Hashing.id("stand-in", of(page));
  }

  /** Id of an embedded article. */
  static String ofEmbedded(String parentId, Line title) {
    return Hashing.id("embedded", parentId, Long.toHexString(title.print()));
  }

  private Optional<String> address(RawPage page) {
    return page.canonical()
        .filter(
            claimed -> page.url().isEmpty() || OutletAddress.sameDomain(claimed, page.url().get()))
        .flatMap(addresses::canonical)
        .or(() -> page.url().flatMap(addresses::canonical));
  }
}
