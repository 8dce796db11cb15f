package org.storywire.ingest.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.storywire.ingest.markup.DecodedText;

/** Reads the article of an HTML page. Thread-safe. */
public final class PageExtractor {

  /** Deepest nesting of elements that is kept; deeper ones become siblings. */
  static final int DEEPEST = 250;

  /** A text of an article that must be paid for is its open part when shorter [characters]. */
  private static final double SHORT = 1500;

  /** Shortest text of a page that says to be an article, and of one that does not [characters]. */
  private static final double LITTLE = 100;

  private static final double MUCH = 800;

  /** Longest language tag (RFC 5646, section 4.4.1) [characters]. */
  private static final int LONGEST_TAG = 35;

  /** Longest list of keywords that is read [characters]. */
  private static final int LONGEST_KEYWORDS = 4_000;

  /** Share of an article's text that must be shown at least. */
  private static final double PART = 0.4;

  private static final Pattern FRONT = Pattern.compile("https?://[^/]*/?(?:index\\.\\w+)?");

  private final HintWords words = HintWords.load();

  /**
   * Reads a page.
   *
   * @param page the body of the answer, uncompressed
   * @param contentType what the HTTP header calls it, such as {@code text/html; charset=utf-8}
   * @param address where it was found; relative addresses count from it
   */
  public Page extract(byte[] page, Optional<String> contentType, String address) {
    Parser parser = Parser.htmlParser();
    parser.setMaxDepth(DEEPEST);
    String markup = DecodedText.ofPage(CodeStripper.strip(page), contentType.orElse(null)).text();
    return extract(parser.parseInput(markup, address), address);
  }

  private Page extract(Document document, String address) {
    SelfDescription parts = SelfDescription.of(document);
    MetaTags meta = MetaTags.of(parts);
    LinkedData data = LinkedData.of(parts);
    Optional<String> language = language(document, meta, data);
    Locale locale = language.map(Locale::forLanguageTag).orElse(Locale.ROOT);
    Optional<String> outlet = outlet(meta, data);
    Optional<String> title = PageHeadline.of(parts, meta, data, host(address), address);
    Layout layout = Layout.of(document, words);
    List<Block> blocks = MainText.of(layout, title.orElse(""));
    String shown = blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    String text = data.text("articleBody").map(body -> fuller(shown, body)).orElse(shown);
    Map<String, String> rights = rights(parts, meta, data);
    return new Page(
        text,
        title,
        Bylines.of(parts, meta, data, outlet, host(address)),
        Dates.published(parts, meta, data, locale, address),
        Dates.modified(parts, meta, data, locale),
        canonical(parts, meta),
        language,
        section(meta, data),
        outlet,
        meta.first("description", "og:description").or(() -> data.text("description")),
        keywords(meta, data),
        isTeaser(text, rights, meta),
        isArticle(text, meta, data, address),
        rights);
  }

  /**
   * The text for machines, where what is shown is only a small part of it: scripts fill in the rest
   * later.
   */
  private static String fuller(String shown, String body) {
    boolean missing =
        Block.weight(body) > LITTLE && Block.weight(shown) < PART * Block.weight(body);
    return missing ? HtmlText.of(body.replace("\n", "<p>")) : shown;
  }

  /** A page that says to be an article needs little text; another needs much, and a path. */
  private static boolean isArticle(String text, MetaTags meta, LinkedData data, String address) {
    boolean claimed =
        data.hasArticle()
            || meta.first("og:type").filter(type -> type.startsWith("article")).isPresent()
            || meta.first("article:published_time").isPresent();
    boolean front = FRONT.matcher(address).matches();
    return Block.weight(text) >= (claimed ? LITTLE : MUCH) && !front;
  }

  /** A page that says to be paid for and shows little: most of the article is missing. */
  private static boolean isTeaser(String text, Map<String, String> rights, MetaTags meta) {
    boolean locked =
        meta.first("article:content_tier")
            .filter(tier -> !tier.equalsIgnoreCase("free"))
            .isPresent();
    boolean paid = rights.getOrDefault("free", "").equals("false") || locked;
    return paid && Block.weight(text) < SHORT;
  }

  private static String host(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host.replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<String> language(Document page, MetaTags meta, LinkedData data) {
    Element html = page.selectFirst("html[lang]");
    return Optional.ofNullable(html)
        .map(e -> e.attr("lang"))
        .or(() -> data.text("inLanguage"))
        .or(() -> meta.first("og:locale", "content-language", "language", "dc.language"))
        .map(tag -> tag.strip().replace('_', '-'))
        .filter(
            tag ->
                tag.length() <= LONGEST_TAG && tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"));
  }

  private static Optional<String> outlet(MetaTags meta, LinkedData data) {
    return meta.first("og:site_name")
        .or(() -> data.names("publisher").stream().findFirst())
        .or(() -> meta.first("application-name", "publisher"));
  }

  private static Optional<String> canonical(SelfDescription page, MetaTags meta) {
    return page.related("canonical")
        .or(() -> meta.first("og:url"))
        .filter(url -> url.startsWith("http://") || url.startsWith("https://"));
  }

  private static Optional<String> section(MetaTags meta, LinkedData data) {
    return data.text("articleSection")
        .or(() -> meta.first("article:section", "section", "cxenseparse:category"));
  }

  private static List<String> keywords(MetaTags meta, LinkedData data) {
    List<String> tags = meta.all("article:tag");
    List<String> found = !tags.isEmpty() ? tags : data.all("keywords");
    if (found.isEmpty()) {
      found = meta.first("news_keywords", "keywords").map(List::of).orElse(List.of());
    }
    if (found.size() == 1 && found.get(0).length() <= LONGEST_KEYWORDS) {
      found = List.of(found.get(0).split("\\s*[,;]\\s*"));
    }
    return found.stream()
        .map(String::strip)
        .filter(k -> !k.isEmpty())
        .distinct()
        .limit(50)
        .toList();
  }

  private static Map<String, String> rights(SelfDescription page, MetaTags meta, LinkedData data) {
    Map<String, String> rights = new TreeMap<>();
    for (String name : PageNames.of("rights")) {
      meta.first(name).ifPresent(value -> rights.put(name, value));
    }
    data.text("license").ifPresent(value -> rights.put("license", value));
    data.text("usageInfo").ifPresent(value -> rights.put("usage-info", value));
    data.text("copyrightNotice").ifPresent(value -> rights.put("copyright", value));
    data.text("isAccessibleForFree")
        .ifPresent(value -> rights.put("free", value.toLowerCase(Locale.ROOT)));
    page.related("license").ifPresent(license -> rights.putIfAbsent("license", license));
    return rights;
  }
}
