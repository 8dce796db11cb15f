package org.storywire.ingest.sitemap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.markup.DecodedText;
import org.storywire.ingest.markup.LenientXml;
import org.storywire.ingest.markup.WebLinks;

/**
 * Reads sitemaps as XML or plain text, also packed by gzip. Broken ones are read as far as they go.
 */
public final class SitemapReader {

  /** The protocol allows 50 MB unpacked and 50,000 addresses. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int MOST_URLS = 100_000;
  private static final int DEPTH = 50;

  /** Some sites mix both in one file, or write the address without {@code loc}. */
  private static final Set<String> PLACES = Set.of("url", "sitemap");

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private SitemapReader() {}

  /**
   * Reads a sitemap. No input makes it throw.
   *
   * @param bytes the answer's body; packed or not is told by its first bytes
   * @param contentType the answer's Content-Type, null if not known
   * @param base the address it came from
   */
  public static SitemapResult read(byte[] bytes, String contentType, URI base) {
    String text = DecodedText.of(unpack(bytes), contentType).text();
    String start = text.stripLeading();
    if (start.startsWith("http://") || start.startsWith("https://")) {
      return new SitemapResult.Pages(lines(text));
    }
    Document document = LenientXml.parse(text, DEPTH);
    Element root = document.firstElementChild();
    String name = root == null ? "" : LenientXml.local(root);
    return switch (name) {
      case "urlset" -> new SitemapResult.Pages(urls(root, base));
      case "sitemapindex" -> new SitemapResult.Index(urls(root, base));
      default ->
          new SitemapResult.NotASitemap(
              (root == null ? "text without addresses" : "a document <" + root.tagName() + ">")
                  + ", expected <urlset>, <sitemapindex> or a list of addresses");
    };
  }

  private static List<SitemapUrl> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(WebLinks::isWeb)
        .limit(MOST_URLS)
        .map(loc -> new SitemapUrl(loc, Optional.empty(), Optional.empty()))
        .toList();
  }

  private static List<SitemapUrl> urls(Element root, URI base) {
    List<SitemapUrl> urls = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      if (PLACES.contains(LenientXml.local(element)) && urls.size() < MOST_URLS) {
        String loc = child(element, "loc").isPresent() ? value(element, "loc") : element.ownText();
        if (!loc.isBlank()) {
          urls.add(
              new SitemapUrl(
                  WebLinks.resolve(base.toString(), loc),
                  date(value(element, "lastmod")),
                  child(element, "news").map(SitemapReader::news)));
        }
      }
    }
    return urls;
  }

  private static SitemapNews news(Element news) {
    Optional<Element> publication = child(news, "publication");
    String keywords = value(news, "keywords");
    return new SitemapNews(
        value(news, "title"),
        publication.map(p -> value(p, "name")).orElse(""),
        publication.map(p -> value(p, "language")).orElse(""),
        date(value(news, "publication_date")),
        keywords.isEmpty() ? List.of() : List.of(COMMA.split(keywords)));
  }

  private static Optional<FeedDate> date(String written) {
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(new FeedDate(written, NewsDate.parse(written)));
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.children().stream()
        .filter(child -> LenientXml.local(child).equals(name))
        .findFirst();
  }

  private static String value(Element parent, String name) {
    return child(parent, name).map(child -> child.wholeText().strip()).orElse("");
  }

  /** What can be unpacked; a file that was cut off gives its beginning. */
  private static byte[] unpack(byte[] bytes) {
    boolean packed = bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    if (!packed) {
      return bytes.length <= MOST_BYTES ? bytes : Arrays.copyOf(bytes, MOST_BYTES);
    }
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[1 << 13];
      int read;
      while (unpacked.size() < MOST_BYTES && (read = in.read(buffer)) > 0) {
        unpacked.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // Cut off or broken: what came before stands.
    }
    return unpacked.toByteArray();
  }
}
