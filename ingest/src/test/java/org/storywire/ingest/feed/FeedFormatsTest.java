package org.storywire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.date.NewsDate;

class FeedFormatsTest {

  @Test
  void shouldReadRssWithItsModules() {
    // Given
    String rss =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:c="http://purl.org/rss/1.0/modules/content/"
            xmlns:media="http://search.yahoo.com/mrss/" xmlns:a="http://www.w3.org/2005/Atom">
          <channel>
            <title>Harbour Post</title>
            <link>https://paper.example/</link>
            <description>News of the harbour</description>
            <language>en-GB</language>
            <lastBuildDate>Fri, 14 Mar 2025 10:00:00 GMT</lastBuildDate>
            <ttl>15</ttl>
            <skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours>
            <skipDays><day>Sunday</day></skipDays>
            <a:link rel="self" href="https://paper.example/feeds/news.xml"/>
            <a:link rel="hub" href="https://hub.example/"/>
            <item>
              <title>Ferry runs aground &amp;amp; is freed</title>
              <link>https://paper.example/ferry</link>
              <guid isPermaLink="false">post-17</guid>
              <pubDate>Fri, 14 Mar 2025 09:26:53 +0100</pubDate>
              <dc:creator>Ann Lee</dc:creator>
              <category>Harbour</category>
              <category>Harbour</category>
              <description>Nobody was hurt.</description>
              <c:encoded><![CDATA[<p>Nobody was hurt.</p><p>The <b>ferry</b> was freed.</p>]]></c:encoded>
              <media:content url="https://paper.example/ferry.jpg" type="image/jpeg"/>
              <enclosure url="/ferry.mp3" type="audio/mpeg" length="12"/>
              <source url="https://agency.example/rss">Agency</source>
              <comments>https://paper.example/ferry#comments</comments>
            </item>
          </channel>
        </rss>
        """;

    // When
    Feed feed = Feeds.read(rss);

    // Then
    assertThat(feed.format()).isEqualTo(FeedFormat.RSS);
    assertThat(feed.version()).isEqualTo("2.0");
    assertThat(feed.complete()).isTrue();
    assertThat(feed.title().text()).isEqualTo("Harbour Post");
    assertThat(feed.language()).isEqualTo("en-GB");
    assertThat(instant(feed.updated())).contains(Instant.parse("2025-03-14T10:00:00Z"));
    assertThat(feed.polling().ttl()).contains(Duration.ofMinutes(15));
    assertThat(feed.polling().skipHours()).containsExactlyInAnyOrder(0, 3);
    assertThat(feed.polling().skipDays()).containsExactly(DayOfWeek.SUNDAY);
    assertThat(feed.polling().hubs()).containsExactly("https://hub.example/");
    assertThat(feed.polling().self()).contains("https://paper.example/feeds/news.xml");
    assertThat(feed.entries()).hasSize(1);
    FeedEntry entry = feed.entries().get(0);
    assertThat(entry.title().text()).isEqualTo("Ferry runs aground & is freed");
    assertThat(entry.id()).isEqualTo("post-17");
    assertThat(entry.link()).isEqualTo("https://paper.example/ferry");
    assertThat(instant(entry.published())).contains(Instant.parse("2025-03-14T08:26:53Z"));
    assertThat(entry.authors()).containsExactly(new Person("Ann Lee", ""));
    assertThat(entry.categories()).containsExactly("Harbour");
    assertThat(entry.content().text()).isEqualTo("Nobody was hurt.\n\nThe ferry was freed.");
    assertThat(entry.media()).containsExactly("https://paper.example/ferry.jpg");
    assertThat(entry.enclosures())
        .contains(new Enclosure("https://paper.example/ferry.mp3", "audio/mpeg", "12"));
    assertThat(entry.source().map(EntrySource::title)).contains("Agency");
    assertThat(entry.comments()).isEqualTo("https://paper.example/ferry#comments");
  }

  @Test
  void shouldReadAtom() {
    // Given
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://paper.example/fr/">
          <title type="html">Le &lt;i&gt;Port&lt;/i&gt;</title>
          <id>urn:port</id>
          <updated>2025-03-14T10:00:00Z</updated>
          <link rel="alternate" href="./"/>
          <entry>
            <title>Ferry &lt;libre&gt;</title>
            <id>urn:port:1</id>
            <link rel="enclosure" href="a.mp3" type="audio/mpeg"/>
            <link href="ferry"/>
            <published>2025-03-14T09:00:00Z</published>
            <updated>2025-03-14T09:30:00Z</updated>
            <author><name>Ann Lee</name><email>ann@paper.example</email></author>
            <category term="port"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Le <a href="x">ferry</a></div></content>
          </entry>
        </feed>
        """;

    // When
    Feed feed = Feeds.read(atom);

    // Then
    assertThat(feed.format()).isEqualTo(FeedFormat.ATOM);
    assertThat(feed.version()).isEqualTo("1.0");
    assertThat(feed.title().text()).isEqualTo("Le Port");
    assertThat(feed.link()).isEqualTo("https://paper.example/fr/");
    FeedEntry entry = feed.entries().get(0);
    assertThat(entry.title().text()).isEqualTo("Ferry <libre>");
    assertThat(entry.link()).isEqualTo("https://paper.example/fr/ferry");
    assertThat(entry.language()).isEqualTo("fr");
    assertThat(entry.authors()).containsExactly(new Person("Ann Lee", "ann@paper.example"));
    assertThat(entry.categories()).containsExactly("port");
    assertThat(entry.content().text()).isEqualTo("Le ferry");
    assertThat(entry.content().links()).containsExactly("https://paper.example/fr/x");
    assertThat(entry.enclosures())
        .containsExactly(new Enclosure("https://paper.example/fr/a.mp3", "audio/mpeg", ""));
    assertThat(instant(entry.date())).contains(Instant.parse("2025-03-14T09:00:00Z"));
  }

  @Test
  void shouldReadRdfWhateverItsPrefixes() {
    // Given
    String rdf =
        """
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:s="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
          <s:channel r:about="https://paper.example/"><s:title>Harbour</s:title></s:channel>
          <s:item r:about="https://paper.example/1">
            <s:title>Ferry</s:title><d:date>2025-03-14T09:00Z</d:date>
          </s:item>
        </r:RDF>
        """;

    // When
    Feed feed = Feeds.read(rdf);

    // Then
    assertThat(feed.format()).isEqualTo(FeedFormat.RDF);
    assertThat(feed.title().text()).isEqualTo("Harbour");
    FeedEntry entry = feed.entries().get(0);
    assertThat(entry.title().text()).isEqualTo("Ferry");
    assertThat(entry.link()).isEqualTo("https://paper.example/1");
    assertThat(entry.id()).isEqualTo("https://paper.example/1");
    assertThat(instant(entry.published())).contains(Instant.parse("2025-03-14T09:00:00Z"));
  }

  @Test
  void shouldReadJsonFeed() {
    // Given
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour", "language": "en",
         "home_page_url": "/", "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
         "items": [{"id": 7, "url": "/ferry", "title": "Ferry", "content_html": "<p>Free.</p>",
           "date_published": "2025-03-14T09:00:00Z", "tags": ["port"],
           "authors": [{"name": "Ann Lee"}],
           "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]}]}
        """;

    // When
    Feed feed = Feeds.read(json);

    // Then
    assertThat(feed.format()).isEqualTo(FeedFormat.JSON);
    assertThat(feed.version()).isEqualTo("1.1");
    assertThat(feed.link()).isEqualTo("https://paper.example/");
    assertThat(feed.polling().hubs()).containsExactly("https://hub.example/");
    FeedEntry entry = feed.entries().get(0);
    assertThat(entry.id()).isEqualTo("7");
    assertThat(entry.link()).isEqualTo("https://paper.example/ferry");
    assertThat(entry.content().text()).isEqualTo("Free.");
    assertThat(entry.language()).isEqualTo("en");
    assertThat(entry.authors()).containsExactly(new Person("Ann Lee", ""));
    assertThat(entry.enclosures())
        .containsExactly(new Enclosure("https://paper.example/a.mp3", "audio/mpeg", "5"));
  }

  @Test
  void shouldTakeLanguageOfAnswerWhenFeedNamesNone() {
    assertThat(languageOf("<rss><channel/></rss>", "de")).isEqualTo("de");
    assertThat(languageOf("<feed xml:lang='fr'/>", "de")).isEqualTo("fr");
    assertThat(languageOf("<rss><channel/></rss>", "de, fr")).isEmpty();
  }

  private static String languageOf(String feed, String answer) {
    FeedResult result =
        new FeedReader().read(feed.getBytes(StandardCharsets.UTF_8), null, answer, Feeds.BASE);
    return ((FeedResult.Found) result).feed().language();
  }

  private static Optional<Instant> instant(Optional<FeedDate> date) {
    return date.flatMap(FeedDate::read).map(NewsDate::instant);
  }
}
