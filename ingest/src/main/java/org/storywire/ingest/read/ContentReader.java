package org.storywire.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storywire.ingest.AgencyArticle;
import org.storywire.ingest.ArticleSource;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.PageArticle;
import org.storywire.ingest.agency.AgencyItem;
import org.storywire.ingest.agency.AgencyReader;
import org.storywire.ingest.agency.AgencyReader.NoAgencyItem;
import org.storywire.ingest.feed.Feed;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.feed.FeedEntry;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.FeedResult;
import org.storywire.ingest.feed.Opml;
import org.storywire.ingest.feed.Outline;
import org.storywire.ingest.feed.Person;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;
import org.storywire.ingest.read.ReadItem.Fields;
import org.storywire.ingest.sitemap.SitemapNews;
import org.storywire.ingest.sitemap.SitemapReader;
import org.storywire.ingest.sitemap.SitemapResult;
import org.storywire.ingest.sitemap.SitemapUrl;
import org.storywire.ingest.sources.FeedItems;
import org.storywire.ingest.warc.ArchiveRecord;
import org.storywire.ingest.warc.WebArchive;

/** Tells by its content what a source is, and reads it: the same code that feeds it. */
final class ContentReader {

  /** What a page has within its first bytes. */
  private static final Pattern PAGE =
      Pattern.compile(
          "<(?:!doctype html|html|head|body|article|div|p)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final int PAGE_HEAD = 1 << 16;

  private final FeedReader feeds = new FeedReader();
  private final PageExtractor pages = new PageExtractor();
  private final Clock clock;

  ContentReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * The items of a content.
   *
   * @throws IOException if it is nothing that we read; says what it was taken for
   */
  List<ReadItem> read(Content content) throws IOException {
    byte[] bytes = content.bytes().get();
    String type = content.contentType().orElse(null);
    String address = content.address().toString();
    if (content.isArchive()) {
      return archive(content);
    }
    FeedResult feed = feeds.read(bytes, type, content.address());
    if (feed instanceof FeedResult.Found found) {
      return found.feed().entries().stream().map(e -> entry(found.feed(), e, address)).toList();
    }
    List<AgencyItem> agency = agency(bytes);
    if (!agency.isEmpty()) {
      return agency.stream().map(item -> agency(item, address)).toList();
    }
    SitemapResult sitemap = SitemapReader.read(bytes, type, content.address());
    if (sitemap instanceof SitemapResult.Pages list) {
      return list.urls().stream().map(url -> sitemap("sitemap", url, address)).toList();
    }
    if (sitemap instanceof SitemapResult.Index index) {
      return index.sitemaps().stream().map(url -> sitemap("sitemap-index", url, address)).toList();
    }
    List<Outline> outlines = Opml.read(bytes, type);
    if (!outlines.isEmpty()) {
      return outlines.stream().map(ContentReader::outline).toList();
    }
    if (isPage(content)) {
      Page page = pages.extract(bytes, content.contentType(), address);
      return List.of(page(page, address, Optional.empty()));
    }
    if (content.file().isPresent()) {
      return articles(content.file().get());
    }
    throw new IOException(
        content.place()
            + " is no source: "
            + ((FeedResult.NotAFeed) feed).reason()
            + ", an agency's item, a sitemap, OPML, a web archive or a page");
  }

  private static boolean isPage(Content content) {
    int head = Math.min(content.bytes().get().length, PAGE_HEAD);
    return PAGE.matcher(new String(content.bytes().get(), 0, head, StandardCharsets.ISO_8859_1))
        .find();
  }

  private ReadItem entry(Feed feed, FeedEntry entry, String address) {
    Fields fetched =
        new Fields()
            .put("feed", feed.title().text())
            .put("format", feed.format().name().toLowerCase(Locale.ROOT) + ' ' + feed.version())
            .put("charset", feed.charset())
            .put("cutOff", feed.complete() ? null : true)
            .put("id", entry.id())
            .put("link", entry.link())
            .put("title", entry.title().text())
            .put("summary", entry.summary().text())
            .put("content", entry.content().text())
            .put("published", entry.published().map(FeedDate::written))
            .put("updated", entry.updated().map(FeedDate::written))
            .put("expires", entry.expires().map(FeedDate::written))
            .put("authors", entry.authors().stream().map(ContentReader::name).toList())
            .put("categories", entry.categories())
            .put("language", entry.language())
            .put("rights", entry.rights().text())
            .put("from", entry.source().map(source -> source.title() + ' ' + source.link()));
    return item("feed", fetched, FeedItems.delivery(feed, entry, address, clock));
  }

  private static String name(Person person) {
    return person.name().isEmpty() ? person.email() : person.name();
  }

  private List<ReadItem> archive(Content content) throws IOException {
    List<ReadItem> items = new ArrayList<>();
    try (WebArchive archive = new WebArchive(new ByteArrayInputStream(content.bytes().get()))) {
      Optional<ArchiveRecord> next = archive.next();
      while (next.isPresent()) {
        if (next.get() instanceof ArchiveRecord.Answer answer && answer.isPage()) {
          Page page = pages.extract(answer.body(), answer.contentType(), answer.address());
          items.add(page(page, answer.address(), answer.date()));
        } else if (next.get() instanceof ArchiveRecord.Damaged damaged) {
          Fields fields = new Fields().put("reason", damaged.reason()).put("byte", damaged.place());
          items.add(new ReadItem("damaged", fields.values(), Optional.empty()));
        }
        next = archive.next();
      }
    }
    return items;
  }

  /** Articles in the project's own form: JSON lines, or a page as text. */
  private List<ReadItem> articles(Path file) throws IOException {
    List<ReadItem> items = new ArrayList<>();
    for (Delivery delivery : ArticleSource.readAll(List.of(file), clock)) {
      String kind = delivery instanceof Delivery.Found ? "article" : "dead-letter";
      items.add(item(kind, new Fields(), delivery));
    }
    return items;
  }

  private static List<AgencyItem> agency(byte[] bytes) {
    try {
      return AgencyReader.readJson(bytes);
    } catch (NoAgencyItem noJson) {
      try {
        return AgencyReader.readXml(bytes);
      } catch (NoAgencyItem noXml) {
        return List.of();
      }
    }
  }

  private ReadItem agency(AgencyItem item, String address) {
    Map<String, Object> fetched = new LinkedHashMap<>(item.fields());
    fetched.put("creators", item.creators());
    fetched.put("subjects", item.subjectCodes());
    fetched.put("signals", item.signals());
    fetched.put("content", item.text());
    fetched.values().removeIf(value -> value.equals(List.of()) || value.equals(""));
    return new ReadItem(
        "agency",
        fetched,
        AgencyArticle.of(item).map(article -> article.toDelivery(address, clock)));
  }

  private ReadItem page(Page page, String address, Optional<Instant> archived) {
    Fields fetched =
        new Fields()
            .put("address", address)
            .put("archived", archived)
            .put("canonical", page.canonical())
            .put("title", page.title())
            .put("published", page.published())
            .put("modified", page.modified())
            .put("authors", page.authors())
            .put("language", page.language())
            .put("outlet", page.outlet())
            .put("section", page.section())
            .put("keywords", page.keywords())
            .put("description", page.description())
            .put("teaser", page.teaser())
            .put("article", page.article())
            .put("rights", page.rights());
    Delivery delivery =
        PageArticle.of(page, Optional.empty(), Optional.of(address), archived, Map.of())
            .toDelivery(address, clock);
    return item("page", fetched, delivery);
  }

  private ReadItem sitemap(String kind, SitemapUrl url, String address) {
    Optional<SitemapNews> news = url.news();
    Fields fetched =
        new Fields()
            .put("loc", url.loc())
            .put("lastmod", url.lastmod().map(FeedDate::written))
            .put("title", news.map(SitemapNews::title))
            .put("publication", news.map(SitemapNews::publication))
            .put("language", news.map(SitemapNews::language))
            .put("published", news.flatMap(SitemapNews::published).map(FeedDate::written))
            .put("keywords", news.map(SitemapNews::keywords));
    return new ReadItem(
        kind, fetched.values(), news.map(any -> FeedItems.delivery(url, address, clock)));
  }

  private static ReadItem outline(Outline outline) {
    Fields fetched =
        new Fields()
            .put("title", outline.title())
            .put("feed", outline.feedUrl())
            .put("site", outline.siteUrl())
            .put("category", outline.category());
    return new ReadItem("opml", fetched.values(), Optional.empty());
  }

  private static ReadItem item(String kind, Fields fetched, Delivery delivery) {
    return new ReadItem(kind, fetched.values(), Optional.of(delivery));
  }
}
