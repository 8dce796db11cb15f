package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.storywire.ingest.agency.AgencyReader;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.discovery.FeedDiscovery;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.Opml;
import org.storywire.ingest.fetch.WebAddress;
import org.storywire.ingest.page.PageExtractor;
import org.storywire.ingest.robots.RobotsTxt;
import org.storywire.ingest.sitemap.SitemapReader;
import org.storywire.ingest.warc.WebArchive;

/**
 * Every reader against inputs that nobody would write: none may throw what it does not declare, nor
 * go on for ever. {@code -Dfuzz.inputs} sets the number of inputs of each reader; what is found is
 * kept among the seeds here.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadersFuzzTest {

  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_500);
  private static final long SEED = Long.getLong("fuzz.seed", 20);
  private static final URI BASE = URI.create("https://ledger.example/news/");

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ledger</title>
      <link>https://ledger.example/</link><ttl>15</ttl><skipHours><hour>3</hour></skipHours>
      <item><title>Ferry runs &amp; again</title><link>/ferry</link><guid isPermaLink="false">f-1</guid>
      <pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator>
      <description><![CDATA[<p>The <b>ferry</b> runs again.</p>]]></description></item></channel></rss>
      """;
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ledger</title>
      <entry><id>tag:ledger.example,2026:1</id><title type="html">Bridge &lt;i&gt;shut&lt;/i&gt;</title>
      <link rel="alternate" href="bridge"/><updated>2026-03-02T09:00:00Z</updated>
      <author><name>Ann Lee</name></author><content type="xhtml"><div>Shut.</div></content></entry></feed>
      """;
  private static final String JSON_FEED =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"Ledger","items":[{"id":"1","url":"/x",
      "title":"Bridge shut","content_html":"<p>Shut.</p>","date_published":"2026-03-02T09:00:00Z",
      "authors":[{"name":"Ann Lee"}],"attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg"}]}]}
      """;
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge shut | Ledger</title>
      <meta property="article:published_time" content="2026-03-02T09:00:00Z">
      <link rel="alternate" type="application/rss+xml" href="/feed"><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"Bridge shut","author":[{"name":"Ann Lee"}]}</script></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Bridge shut</h1><p class="byline">By Ann Lee</p>
      <p>The bridge over the harbour was shut on Monday after a crack was found in a pier.</p>
      <table><tr><td>Engineers said it would stay shut for a week at the least.</td></tr></table>
      </article><footer>Copyright 2026</footer></body></html>
      """;
  private static final String NITF =
      """
      <nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20260302T090000Z"/></docdata></head>
      <body><body.head><hedline><hl1>Bridge shut</hl1></hedline><byline>Ann Lee</byline></body.head>
      <body.content><p>The bridge was shut.</p></body.content></body></nitf>
      """;
  private static final String NEWSML =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="2"><itemMeta>
      <versionCreated>2026-03-02T09:00:00+00:00</versionCreated></itemMeta><contentMeta><headline>Shut
      </headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html
      xmlns="http://www.w3.org/1999/xhtml"><body><p>Shut.</p></body></html></inlineXML></contentSet>
      </newsItem>
      """;
  private static final String NINJS =
      """
      {"uri":"urn:n1","type":"text","versioncreated":"2026-03-02T09:00:00Z","headline":"Bridge shut",
      "body_text":"The bridge was shut.","language":"en","copyrightholder":"Ledger","version":"2"}
      """;
  private static final String ROBOTS =
      """
      User-agent: *\nDisallow: /private/*.html$\nAllow: /private/open\nCrawl-delay: 2.5
      Sitemap: https://ledger.example/sitemap.xml\n# end
      """;
  private static final String SITEMAP =
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://ledger.example/a</loc><lastmod>2026-03-02</lastmod><n:news><n:title>Shut</n:title>
      <n:publication_date>2026-03-02T09:00:00Z</n:publication_date></n:news></url></urlset>
      """;
  private static final String OPML =
      """
      <opml version="2.0"><body><outline text="News"><outline type="rss" text="Ledger"
      xmlUrl="https://ledger.example/feed"/></outline></body></opml>
      """;
  private static final String WARC =
      ("WARC/1.0\n"
              + "WARC-Type: response\n"
              + "WARC-Target-URI: https://ledger.example/a\n"
              + "WARC-Date: 2026-03-02T09:00:00Z\n"
              + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\n"
              + "Content-Type: application/http;msgtype=response\n"
              + "Content-Length: 75\n\n"
              + "HTTP/1.1 200 OK\n"
              + "Content-Type: text/html\n"
              + "Content-Length: 20\n\n"
              + "<p>Bridge shut</p>\n\n\n\n\n")
          .replace("\n", "\r\n");
  private static final String LINES =
      """
      {"id":"a1","title":"Bridge shut","body":"The bridge was shut.","published":"2026-03-02T09:00:00Z"}
      {"id":"a2","url":"https://ledger.example/a2","body":"Again.","received":1772442000,"tags":["a"]}
      """;

  /** What one reader does with one input. */
  private interface Reader {
    void read(byte[] input) throws Exception;
  }

  @Test
  void shouldThrowNothingWhenFeedIsOdd() {
    FeedReader reader = new FeedReader();
    run(
        Mutations.of(SEED, RSS, ATOM, JSON_FEED, PAGE),
        input -> {
          reader.read(input, null, BASE);
          reader.read(input, "application/rss+xml; charset=utf-16", "de, en", BASE);
        });
  }

  @Test
  void shouldThrowNothingWhenPageIsOdd() {
    PageExtractor extractor = new PageExtractor();
    run(
        Mutations.of(SEED, PAGE, RSS, NITF),
        input -> {
          extractor.extract(input, Optional.of("text/html"), BASE.toString());
          FeedDiscovery.find(input, "text/html", BASE.toString());
        });
  }

  @Test
  void shouldThrowOnlyWhatIsDeclaredWhenAgencyItemIsOdd() {
    run(
        Mutations.of(SEED, NITF, NEWSML, NINJS),
        input -> {
          try {
            AgencyReader.readXml(input);
          } catch (AgencyReader.NoAgencyItem e) {
            assertThat(e).hasMessageMatching("(?s).{1,2000}");
          }
          try {
            AgencyReader.readJson(input);
          } catch (AgencyReader.NoAgencyItem e) {
            assertThat(e).hasMessageMatching("(?s).{1,2000}");
          }
        });
  }

  @Test
  void shouldThrowNothingWhenListsOfASiteAreOdd() {
    run(
        Mutations.of(SEED, ROBOTS, SITEMAP, OPML),
        input -> {
          RobotsTxt.parse(input).rules("storywire");
          SitemapReader.read(input, "text/xml", BASE);
          Opml.read(input, null);
        });
  }

  @Test
  void shouldThrowNothingWhenArchiveIsOdd() throws IOException {
    byte[] plain = WARC.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    run(
        new Mutations(List.of(plain, packed.toByteArray()), SEED),
        input -> {
          try (WebArchive archive = new WebArchive(new ByteArrayInputStream(input))) {
            while (archive.next().isPresent()) {}
          } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?s).{1,2000}");
          }
        });
  }

  /** Conservation: a line that is not blank is a delivery, an article or a bad one. */
  @Test
  void shouldDeliverEveryLineOnceWhenLinesAreOdd() {
    run(
        Mutations.of(SEED, LINES),
        input -> {
          List<Delivery> deliveries = new ArrayList<>();
          try (JsonLinesReader reader =
              new JsonLinesReader("f", () -> new ByteArrayInputStream(input), Deliveries.CLOCK)) {
            for (Optional<Delivery> next = reader.next(); next.isPresent(); next = reader.next()) {
              deliveries.add(next.get());
            }
          }
          String text = new String(input, StandardCharsets.UTF_8);
          if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
          }
          long lines = List.of(text.split("\n")).stream().filter(line -> !line.isBlank()).count();
          assertThat(deliveries).hasSize(Math.toIntExact(lines));
        });
  }

  @Test
  void shouldReadNoDateOutsideItsCenturiesWhenTextIsOdd() {
    run(
        Mutations.of(
            SEED,
            "Mon, 02 Mar 2026 09:00:00 GMT",
            "2026-03-02T09:00:00.123+05:30",
            "2 mars 2026 à 9h00",
            "March 2nd, 2026 at 9:00 a.m. EST",
            "1772442000"),
        input -> {
          String text = new String(input, StandardCharsets.UTF_8);
          for (Locale locale : List.of(Locale.ROOT, Locale.FRENCH, Locale.US)) {
            NewsDate.parse(text, locale)
                .ifPresent(
                    date ->
                        assertThat(date.instant())
                            .isBetween(
                                Instant.parse("1969-01-01T00:00:00Z"),
                                Instant.parse("2101-01-01T00:00:00Z")));
          }
        });
  }

  @Test
  void shouldGiveAnAddressThatCanBeReadAgainWhenTextIsOdd() {
    run(
        Mutations.of(SEED, "https://user@ledger.example:8443/a%20b?q=1#x", "//[::1]/a", "../b?c"),
        input -> {
          String text = new String(input, StandardCharsets.UTF_8);
          WebAddress.parse(text)
              .ifPresent(
                  address ->
                      assertThat(WebAddress.parse(address.toString())).as(text).contains(address));
          WebAddress.resolve(BASE, text);
        });
  }

  private static void run(Mutations mutations, Reader reader) {
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutations.next();
      try {
        reader.read(input);
      } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError(
            "input " + i + " of seed " + SEED + " as hex: " + HexFormat.of().formatHex(input), e);
      }
    }
  }
}
