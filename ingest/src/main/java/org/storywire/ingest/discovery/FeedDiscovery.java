package org.storywire.ingest.discovery;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.storywire.ingest.discovery.FoundFeed.Evidence;
import org.storywire.ingest.markup.DecodedText;
import org.storywire.ingest.markup.WebLinks;

/**
 * Feeds that an HTML page names: by link elements (https://www.rssboard.org/rss-autodiscovery),
 * else by links in its text that look like feeds, else by the usual places of publishing systems.
 */
public final class FeedDiscovery {

  private static final int DEPTH = 500;

  /** More than this is a directory of feeds, not a page with some. */
  private static final int MOST = 100;

  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/x.atom+xml",
          "application/x-atom+xml",
          "text/rss+xml");

  /** These types say little: they count only where the address or title names a feed. */
  private static final Set<String> VAGUE_TYPES =
      Set.of("", "text/xml", "application/xml", "application/json");

  private static final Pattern FEED_WORD =
      Pattern.compile("(?<![a-z])(?:rss2?|atom|rdf|feeds?|xml)(?![a-z])");

  private static final Pattern FEED_ENDING =
      Pattern.compile("\\.(?:rss|rdf|atom)$|/feed/?$|/rss/?$");

  /** A page from an archive links to the archive's copies; the feed is at the original address. */
  private static final Pattern ARCHIVED =
      Pattern.compile("^https?://web\\.archive\\.org/web/\\d+[a-z_]*/(https?://.*)$");

  /** Places of WordPress, Ghost, Hugo, Jekyll, Drupal and others, from their manuals. */
  private static final List<String> USUAL_PLACES =
      List.of("/feed/", "/rss.xml", "/index.xml", "/atom.xml", "/feed.xml", "/rss/", "/rss");

  private FeedDiscovery() {}

  /**
   * The feeds of a page, the surest first, each once.
   *
   * @param bytes the page
   * @param contentType the answer's Content-Type, null if not known
   * @param url where it came from, to which its relative addresses refer
   * @return what it declares; if it declares none, what it links to; if nothing, the usual places
   */
  public static List<FoundFeed> find(byte[] bytes, String contentType, String url) {
    String html = DecodedText.ofPage(bytes, contentType).text();
    Document page = Parser.htmlParser().setMaxDepth(DEPTH).parseInput(html, "");
    List<FoundFeed> declared = declared(page, url);
    if (!declared.isEmpty()) {
      return declared;
    }
    List<FoundFeed> linked = linked(page, url);
    return linked.isEmpty() ? guessed(url) : linked;
  }

  private static List<FoundFeed> declared(Document page, String url) {
    Map<String, FoundFeed> feeds = new LinkedHashMap<>();
    String base = url;
    // A base holds for what stands behind it.
    for (Element element : page.select("base[href], link[href]")) {
      if (element.normalName().equals("base")) {
        base = WebLinks.resolve(url, element.attr("href"));
      } else if (isFeed(element)) {
        add(
            feeds,
            WebLinks.resolve(base, element.attr("href")),
            element.attr("title"),
            Evidence.DECLARED);
      }
    }
    return List.copyOf(feeds.values());
  }

  private static boolean isFeed(Element link) {
    List<String> relations = List.of(lower(link.attr("rel")).split("\\s+"));
    boolean alternate = relations.contains("alternate") && !relations.contains("stylesheet");
    if (relations.contains("feed")) {
      return true;
    }
    String type = lower(link.attr("type")).replaceFirst(";.*", "").strip();
    boolean named = FEED_WORD.matcher(lower(link.attr("href") + ' ' + link.attr("title"))).find();
    return alternate
        && (TYPES.contains(type)
            || (VAGUE_TYPES.contains(type) && named && !link.hasAttr("hreflang")));
  }

  private static List<FoundFeed> linked(Document page, String url) {
    Map<String, FoundFeed> sure = new LinkedHashMap<>();
    Map<String, FoundFeed> likely = new LinkedHashMap<>();
    Element baseElement = page.selectFirst("base[href]");
    String base = baseElement == null ? url : WebLinks.resolve(url, baseElement.attr("href"));
    for (Element link : page.select("a[href], area[href]")) {
      String address = WebLinks.resolve(base, link.attr("href"));
      String path = lower(address).replaceFirst("[?#].*", "");
      if (!WebLinks.isWeb(address) || !sameSite(url, address)) {
        continue;
      }
      if (FEED_ENDING.matcher(path).find() || TYPES.contains(lower(link.attr("type")))) {
        add(sure, address, link.text(), Evidence.LINKED);
      } else if (FEED_WORD.matcher(lower(behindHost(address))).find()) {
        add(likely, address, link.text(), Evidence.LINKED);
      }
    }
    likely.keySet().removeAll(sure.keySet());
    List<FoundFeed> feeds = new ArrayList<>(sure.values());
    feeds.addAll(likely.values());
    return feeds.size() > MOST ? feeds.subList(0, MOST) : feeds;
  }

  private static List<FoundFeed> guessed(String url) {
    return USUAL_PLACES.stream()
        .map(place -> new FoundFeed(WebLinks.resolve(url, place), "", Evidence.GUESSED))
        .toList();
  }

  private static void add(
      Map<String, FoundFeed> feeds, String address, String title, Evidence evidence) {
    Matcher archived = ARCHIVED.matcher(address);
    String url = archived.matches() ? archived.group(1) : address;
    if (WebLinks.isWeb(url) && feeds.size() < MOST) {
      feeds.putIfAbsent(url, new FoundFeed(url, title.strip(), evidence));
    }
  }

  /** Whether two addresses have the same host, or one is below the other's. */
  private static boolean sameSite(String page, String address) {
    String a = host(page);
    String b = host(address);
    return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a) || b.startsWith("feeds.");
  }

  /** Path and query: a host's name says nothing of what is there. */
  private static String behindHost(String address) {
    int slash = address.indexOf('/', "https://".length());
    return slash < 0 ? "" : address.substring(slash);
  }

  private static String host(String address) {
    try {
      String host = lower(new URL(address).getHost());
      return host.startsWith("www.") ? host.substring(4) : host;
    } catch (MalformedURLException e) {
      return "";
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }
}
