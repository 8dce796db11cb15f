package org.storywire.ingest.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.storywire.ingest.markup.DecodedText;
import org.storywire.ingest.markup.LenientXml;

/** Reads feeds of all formats. Immutable, so that threads may share it. */
public final class FeedReader {

  private final FeedLimits limits;

  /** A reader with the default limits. */
  public FeedReader() {
    this(FeedLimits.DEFAULT);
  }

  /** A reader with other limits. */
  public FeedReader(FeedLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a feed of unknown language; see {@link #read(byte[], String, String, URI)}.
   *
   * @param bytes the answer's body, decompressed
   * @param contentType the answer's Content-Type, null if not known
   * @param base the address that the answer came from, to which relative ones in it refer
   */
  public FeedResult read(byte[] bytes, String contentType, URI base) {
    return read(bytes, contentType, "", base);
  }

  /**
   * Reads a feed. Broken ones are read as far as they go; no input makes it throw.
   *
   * @param bytes the answer's body, decompressed
   * @param contentType the answer's Content-Type, null if not known
   * @param language the answer's Content-Language, which holds where the feed names none; may be
   *     empty
   * @param base the address that the answer came from, to which relative ones in it refer
   */
  public FeedResult read(byte[] bytes, String contentType, String language, URI base) {
    boolean whole = bytes.length <= limits.bytes();
    byte[] taken = whole ? bytes : Arrays.copyOf(bytes, limits.bytes());
    DecodedText decoded = DecodedText.of(taken, contentType);
    String text = decoded.text();
    if (JsonFeed.looksLike(text)) {
      return new JsonFeed(limits, base.toString()).read(decoded, whole);
    }
    Document document = LenientXml.parse(text, limits.depth());
    Optional<Element> root = FeedXml.root(document);
    if (root.isEmpty()) {
      return new FeedResult.NotAFeed(FeedXml.describe(document));
    }
    boolean complete = whole && FeedXml.isClosed(text, root.get());
    // Content-Language may name several; which of them the text is in, it does not say.
    String known = language.contains(",") ? "" : language.strip();
    FeedElement feed = FeedElement.root(root.get(), base.toString(), known);
    return new FeedResult.Found(new XmlFeed(limits).read(feed, decoded.charset(), complete));
  }
}
