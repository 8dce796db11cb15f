package org.storywire.ingest.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The article's headline. A page has up to four: what is set above the text (h1), what is to be
 * shared (OpenGraph), what machines read (JSON-LD) and the window's title. They agree most often;
 * where they differ, the one for sharing is the newsroom's, and the window's title is made for
 * search engines. The words of the page's address were taken from a headline as well and decide
 * where the titles are two against two, or one against all.
 */
final class PageHeadline {

  /** Between a title and the outlet's name. */
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s[|–—·•:»-]\\s|\\s?[｜|]\\s?|：|:\\s|»");

  private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final int MOST_WORDS_OF_OUTLET = 4;
  private static final int LONGEST = 500;

  private final String outlet;
  private final String host;

  /** The name in the host: {@code paper} of {@code paper.example}. */
  private final String label;

  private PageHeadline(Optional<String> outlet, String host) {
    this.outlet = bare(outlet.orElse(""));
    this.host = bare(host);
    this.label = bare(host.substring(0, Math.max(0, host.indexOf('.'))));
  }

  static Optional<String> of(
      SelfDescription page, MetaTags meta, LinkedData data, String host, String address) {
    PageHeadline headline = new PageHeadline(meta.first("og:site_name"), host);
    String linked =
        data.text("headline").map(LinkedData::withoutMarkup).map(PageHeadline::clean).orElse("");
    String window = clean(page.page().title());
    String heading = heading(page, linked, window);
    String shared = meta.first("og:title", "twitter:title").map(PageHeadline::clean).orElse("");
    String branded = shared;
    shared = headline.withoutOutlet(shared, heading, linked);
    boolean byNewsroom = same(branded, shared);
    linked = headline.withoutOutlet(linked, heading, shared);
    window = headline.withoutOutlet(window, heading, shared);
    return new Titles(heading, shared, linked, window, new Slug(address)).best(byNewsroom);
  }

  /** The h1 that one of the other titles repeats; else the first that holds words. */
  private static String heading(SelfDescription page, String linked, String window) {
    String first = "";
    for (Element h1 : page.headings()) {
      String text = Brief.text(h1);
      String bare = bare(text);
      if (bare.isEmpty()) {
        continue;
      }
      if (bare.equals(bare(linked)) || (bare.length() > 8 && bare(window).startsWith(bare))) {
        return text;
      }
      first = first.isEmpty() ? text : first;
    }
    return first;
  }

  /** A title without the outlet's name before or after it. */
  private String withoutOutlet(String title, String... others) {
    Matcher separator = SEPARATOR.matcher(title);
    int from = -1;
    int to = -1;
    String rest = title;
    while (separator.find()) {
      String head = title.substring(0, separator.start());
      for (String other : others) {
        if (same(head, other)) {
          return other;
        }
      }
      if (from < 0 && isOutlet(head)) {
        rest = title.substring(separator.end()).strip();
      }
      from = separator.start();
      to = separator.end();
    }
    if (from > 0 && isOutlet(title.substring(to))) {
      return withoutOutlet(title.substring(0, from).strip());
    }
    return rest;
  }

  /** Whether a part of a title names the outlet: by its name, or by its host's. */
  private boolean isOutlet(String part) {
    String bare = bare(part);
    if (bare.isEmpty()) {
      return false;
    }
    if (bare.equals(outlet) || (bare.length() > 2 && host.contains(bare))) {
      return true;
    }
    String[] words = WORDS.split(part.strip());
    return words.length <= MOST_WORDS_OF_OUTLET
        && Stream.of(words).map(PageHeadline::bare).anyMatch(word -> isName(word));
  }

  private boolean isName(String word) {
    return !word.isEmpty() && (word.equals(label) || word.equals(outlet) || word.equals(host));
  }

  static boolean same(String a, String b) {
    String bare = bare(a);
    return !bare.isEmpty() && bare.equals(bare(b));
  }

  /** Letters and digits only, in lower case. */
  static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  static String clean(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return WHITE.matcher(cut).replaceAll(" ").strip();
  }
}
