package org.storywire.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storywire.ingest.agency.AgencyItem;
import org.storywire.ingest.agency.AgencyReader;
import org.storywire.ingest.agency.AgencyReader.NoAgencyItem;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.FeedResult;
import org.storywire.ingest.feed.Opml;
import org.storywire.ingest.feed.Outline;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;
import org.storywire.ingest.read.ReadItem.Fields;
import org.storywire.ingest.sitemap.SitemapNews;
import org.storywire.ingest.sitemap.SitemapReader;
import org.storywire.ingest.sitemap.SitemapResult;
import org.storywire.ingest.sitemap.SitemapUrl;
import org.storywire.ingest.warc.ArchiveRecord;
import org.storywire.ingest.warc.WebArchive;

/** Tells by its content what a source is, and reads it. */
final class ContentReader {

  /** What a page has within its first bytes. */
  private static final Pattern PAGE =
      Pattern.compile(
          "<(?:!doctype html|html|head|body|article|div|p)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final int PAGE_HEAD = 1 << 16;

  private final FeedReader feeds = new FeedReader();
  private final PageExtractor pages = new PageExtractor();

  /**
   * The items of a content.
   *
   * @throws IOException if it is nothing that we read; says what it was taken for
   */
  List<ReadItem> read(Content content) throws IOException {
    if (content.isArchive()) {
      return archive(content);
    }
    String type = content.contentType().orElse(null);
    FeedResult feed = feeds.read(content.bytes().get(), type, content.address());
    if (feed instanceof FeedResult.Found found) {
      return FeedRead.of(found.feed());
    }
    List<AgencyItem> agency = agency(content.bytes().get());
    if (!agency.isEmpty()) {
      return agency.stream().map(ContentReader::agency).toList();
    }
    SitemapResult sitemap = SitemapReader.read(content.bytes().get(), type, content.address());
    if (sitemap instanceof SitemapResult.Pages list) {
      return list.urls().stream().map(url -> sitemap("sitemap", url)).toList();
    }
    if (sitemap instanceof SitemapResult.Index index) {
      return index.sitemaps().stream().map(url -> sitemap("sitemap-index", url)).toList();
    }
    List<Outline> outlines = Opml.read(content.bytes().get(), type);
    if (!outlines.isEmpty()) {
      return outlines.stream().map(ContentReader::outline).toList();
    }
    if (isPage(content)) {
      String address = content.address().toString();
      return List.of(
          page(pages.extract(content.bytes().get(), content.contentType(), address), address));
    }
    if (content.file().isPresent()) {
      return ArticleRead.of(content.file().get());
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

  private List<ReadItem> archive(Content content) throws IOException {
    List<ReadItem> items = new ArrayList<>();
    try (WebArchive archive = new WebArchive(new ByteArrayInputStream(content.bytes().get()))) {
      Optional<ArchiveRecord> next = archive.next();
      while (next.isPresent()) {
        if (next.get() instanceof ArchiveRecord.Answer answer && answer.isPage()) {
          Page page = pages.extract(answer.body(), answer.contentType(), answer.address());
          ReadItem item = page(page, answer.address());
          item.fetched().put("archived", answer.date().map(Object::toString).orElse(""));
          items.add(item);
        } else if (next.get() instanceof ArchiveRecord.Damaged damaged) {
          Fields fields = new Fields().put("reason", damaged.reason()).put("byte", damaged.place());
          items.add(new ReadItem("damaged", fields.values(), new Fields().values()));
        }
        next = archive.next();
      }
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

  private static ReadItem agency(AgencyItem item) {
    Fields fetched =
        new Fields()
            .put("guid", item.guid())
            .put("version", item.version())
            .put("headline", item.headline())
            .put("byline", item.byline())
            .put("dateline", item.dateline())
            .put("slugline", item.slugline())
            .put("language", item.language())
            .put("urgency", item.urgency())
            .put("pubStatus", item.pubStatus())
            .put("versionCreated", item.versionCreated())
            .put("embargoed", item.embargoed())
            .put("provider", item.provider())
            .put("subjects", item.subjects().stream().map(AgencyItem.Subject::code).toList())
            .put("copyright", item.copyrightNotice())
            .put("usageTerms", item.usageTerms())
            .put("content", item.text());
    Fields derived =
        new Fields()
            .put("status", item.status())
            .put("correction", item.isCorrection())
            .put(
                "publishedAt",
                item.versionCreated().flatMap(NewsDate::parse).map(NewsDate::instant))
            .put("letters", item.text().length());
    return new ReadItem("agency", fetched.values(), derived.values());
  }

  private static ReadItem page(Page page, String address) {
    Fields fetched =
        new Fields()
            .put("address", address)
            .put("canonical", page.canonical())
            .put("outlet", page.outlet())
            .put("section", page.section())
            .put("keywords", page.keywords())
            .put("description", page.description())
            .put("rights", page.rights());
    Fields derived =
        new Fields()
            .put("title", page.title())
            .put("publishedAt", page.published())
            .put("modifiedAt", page.modified())
            .put("authors", page.authors())
            .put("language", page.language())
            .put("teaser", page.teaser())
            .put("letters", page.text().length())
            .put("text", page.text());
    return new ReadItem("page", fetched.values(), derived.values());
  }

  private static ReadItem sitemap(String kind, SitemapUrl url) {
    Optional<SitemapNews> news = url.news();
    Optional<FeedDate> date = news.flatMap(SitemapNews::published).or(url::lastmod);
    Fields fetched =
        new Fields()
            .put("loc", url.loc())
            .put("lastmod", url.lastmod().map(FeedDate::written))
            .put("title", news.map(SitemapNews::title))
            .put("publication", news.map(SitemapNews::publication))
            .put("language", news.map(SitemapNews::language))
            .put("published", news.flatMap(SitemapNews::published).map(FeedDate::written))
            .put("keywords", news.map(SitemapNews::keywords));
    Fields derived =
        new Fields().put("publishedAt", date.flatMap(FeedDate::read).map(NewsDate::instant));
    return new ReadItem(kind, fetched.values(), derived.values());
  }

  private static ReadItem outline(Outline outline) {
    Fields fetched =
        new Fields()
            .put("title", outline.title())
            .put("feed", outline.feedUrl())
            .put("site", outline.siteUrl())
            .put("category", outline.category());
    return new ReadItem("opml", fetched.values(), new Fields().values());
  }
}
