package org.storywire.ingest.sources;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.GivenArticle;
import org.storywire.ingest.Host;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.feed.Feed;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.feed.FeedEntry;
import org.storywire.ingest.feed.Person;
import org.storywire.ingest.sitemap.SitemapNews;
import org.storywire.ingest.sitemap.SitemapUrl;

/** Entries of feeds and news sitemaps as items, and items as deliveries. */
public final class FeedItems {

  /** A text of a feed that is shorter is a summary, whatever the feed calls it [characters]. */
  private static final int SUMMARY_LETTERS = 600;

  private FeedItems() {}

  /** What an entry of a feed gives. */
  public static Delivery delivery(Feed feed, FeedEntry entry, String address, Clock clock) {
    return delivery(of(feed, entry), address, clock);
  }

  /** What an article of a news sitemap gives, before its page is read. */
  public static Delivery delivery(SitemapUrl url, String address, Clock clock) {
    return delivery(of(url), address, clock);
  }

  /** An article of a news sitemap. */
  static FeedItem of(SitemapUrl url) {
    SitemapNews news = url.news().orElseThrow();
    Map<String, String> extra = new TreeMap<>();
    put(extra, "feed", news.publication());
    put(extra, "language", news.language());
    put(extra, "categories", String.join("; ", news.keywords()));
    return new FeedItem(
        "",
        url.loc(),
        news.title(),
        "",
        false,
        news.published().flatMap(FeedDate::read).map(NewsDate::instant),
        extra);
  }

  /** The entries of a feed, in its order. */
  static List<FeedItem> of(Feed feed) {
    return feed.entries().stream().map(entry -> of(feed, entry)).toList();
  }

  private static FeedItem of(Feed feed, FeedEntry entry) {
    Map<String, String> extra = new TreeMap<>();
    put(extra, "feed", feed.title().text());
    put(extra, "language", entry.language().isEmpty() ? feed.language() : entry.language());
    put(extra, "authors", String.join("; ", entry.authors().stream().map(Person::name).toList()));
    put(extra, "categories", String.join("; ", entry.categories()));
    put(extra, "rights", first(entry.rights().text(), feed.rights().text()));
    put(extra, "updated", entry.updated().map(FeedDate::written).orElse(""));
    put(extra, "expires", entry.expires().map(FeedDate::written).orElse(""));
    entry.source().ifPresent(source -> put(extra, "from", first(source.link(), source.title())));
    if (!entry.content().isEmpty()) {
      put(extra, "summary", entry.summary().text());
    }
    Optional<Instant> published = entry.date().flatMap(FeedDate::read).map(NewsDate::instant);
    if (published.isEmpty()) {
      put(extra, "published", entry.date().map(FeedDate::written).orElse(""));
    }
    String text = entry.text().text();
    return new FeedItem(
        entry.id(),
        entry.link(),
        entry.title().text(),
        text,
        text.length() >= SUMMARY_LETTERS,
        published,
        extra);
  }

  /**
   * New items of a feed, oldest first.
   *
   * @param items in the feed's order, the newest first as a rule
   * @param address where the feed was read
   */
  static List<Delivery> deliveries(List<FeedItem> items, String address, Clock clock) {
    List<FeedItem> ordered = new ArrayList<>(items);
    Collections.reverse(ordered);
    ordered.sort(
        (a, b) ->
            a.published().isPresent() && b.published().isPresent()
                ? a.published().get().compareTo(b.published().get())
                : 0);
    return ordered.stream().map(item -> delivery(item, address, clock)).toList();
  }

  private static Delivery delivery(FeedItem item, String address, Clock clock) {
    String text = first(item.text(), item.title());
    if (text.isBlank()) {
      byte[] id = item.nativeId().getBytes(StandardCharsets.UTF_8);
      return Delivery.Bad.of(
          address, 0, "item " + item.nativeId() + " has no title and no text", id);
    }
    return new GivenArticle(
            Optional.of(item.nativeId()),
            item.published().map(Instant::toString),
            Optional.empty(),
            Host.of(item.link()).or(() -> Host.of(address)),
            Optional.of(item.link()),
            Optional.of(item.title()),
            text,
            item.extra())
        .toDelivery(address, clock);
  }

  private static String first(String one, String other) {
    return one.isBlank() ? other : one;
  }

  private static void put(Map<String, String> extra, String name, String value) {
    if (!value.isBlank()) {
      extra.put(name, value);
    }
  }
}
