package org.storywire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Names of elements that do not depend on the prefixes a publisher chose: {@code dc:date}. */
final class Namespaces {

  private static final Pattern SLASH = Pattern.compile("[/#]+$");

  /**
   * Prefix by namespace, without scheme, "www" and the last slash; what is not here keeps its own.
   */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("purl.org/dc/elements/1.0", "dc"),
          Map.entry("purl.org/dc/elements/1.1", "dc"),
          Map.entry("purl.org/dc/terms", "dcterms"),
          Map.entry("purl.org/rss/1.0/modules/content", "content"),
          Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("search.yahoo.com/mrss", "media"),
          Map.entry("video.search.yahoo.com/mrss", "media"),
          Map.entry("itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("example.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("google.com/schemas/play-podcasts/1.0", "itunes"),
          Map.entry("w3.org/1999/xhtml", "xhtml"),
          Map.entry("w3.org/2000/svg", "svg"),
          Map.entry("w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
          Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("purl.org/syndication/thread/1.0", "thr"),
          Map.entry("w3.org/2005/atom", "atom"),
          Map.entry("purl.org/atom/ns", "atom"),
          Map.entry("purl.org/rss/1.0", ""),
          Map.entry("my.netscape.com/rdf/simple/0.9", ""),
          Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
          Map.entry("purl.org/net/rss1.1", ""),
          Map.entry("backend.userland.com/rss", ""),
          Map.entry("backend.userland.com/rss2", ""),
          Map.entry("blogs.law.harvard.edu/tech/rss", ""),
          Map.entry("cyber.law.harvard.edu/rss/rss.html", ""));

  private Namespaces() {}

  /**
   * The element's name in small letters. Names of the feed's own format have no prefix, whether or
   * not the feed writes one.
   *
   * @param atom whether the feed is Atom
   */
  static String name(Element element, boolean atom) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    int colon = tag.indexOf(':');
    String written = colon < 0 ? "" : tag.substring(0, colon);
    String local = tag.substring(colon + 1);
    String prefix = PREFIXES.getOrDefault(key(element.tag().namespace()), written);
    boolean own = prefix.isEmpty() || (atom && prefix.equals("atom"));
    return own ? local : prefix + ":" + local;
  }

  private static String key(String namespace) {
    if (namespace == null || namespace.equals(Parser.NamespaceXml)) {
      return "none";
    }
    String plain = namespace.strip().toLowerCase(Locale.ROOT);
    String host = plain.substring(plain.indexOf("://") < 0 ? 0 : plain.indexOf("://") + 3);
    return SLASH.matcher(host.startsWith("www.") ? host.substring(4) : host).replaceAll("");
  }
}
