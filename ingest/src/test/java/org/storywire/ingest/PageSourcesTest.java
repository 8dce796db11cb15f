package org.storywire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.RawArticle;

/** Pages, agencies' files and web archives as inputs. */
class PageSourcesTest {

  private static final String TEXT =
      "The old harbour bridge was closed on Monday after engineers found cracks in two of its"
          + " piers, the city said.";

  private FeedDirectory feed;

  @BeforeEach
  void create(@TempDir Path directory) {
    feed = new FeedDirectory(directory);
  }

  @Test
  void shouldGiveTheArticleWhenAFileIsHtml() throws IOException {
    // Given
    feed.write("bridge.html", page("https://harbour-post.example/bridge", TEXT));

    // When
    RawArticle article = Deliveries.article(feed.readAll().get(0));

    // Then
    assertThat(article.getUrl()).isEqualTo("https://harbour-post.example/bridge");
    assertThat(article.getSource()).isEqualTo("harbour-post.example");
    assertThat(article.getTitle()).isEqualTo("Bridge closed");
    assertThat(article.getBody()).isEqualTo(TEXT);
    assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(article.getExtra())
        .containsEntry("authors", "[\"Ada Miller\"]")
        .containsEntry("rights.robots", "noarchive");
  }

  @Test
  void shouldGiveADeadLetterWhenAPageHoldsNoText() throws IOException {
    // Given
    feed.write("empty.html", "<html><body><img src='a.jpg'></body></html>");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(Deliveries.bad(deliveries.get(0)).reason())
        .isEqualTo("page holds no text, expected an article");
  }

  @Test
  void shouldGiveOneDeliveryAnItemWhenAMessageHoldsSeveral() throws IOException {
    // Given
    feed.write(
        "wire.xml",
        """
        <newsMessage><itemSet>
          <newsItem guid="urn:wire:1" version="3"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Example Wire"/>
            <versionCreated>2026-03-01T09:59:00Z</versionCreated><pubStatus qcode="stat:canceled"/></itemMeta>
            <contentMeta><subject qcode="medtop:20000432"/><headline>Bridge closed</headline></contentMeta>
            <contentSet><inlineXML><html><body><p>The bridge is closed.</p></body></html></inlineXML></contentSet></newsItem>
          <newsItem guid="urn:wire:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
        </itemSet></newsMessage>
        """
            .strip());

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(deliveries).hasSize(2);
    RawArticle article = Deliveries.article(deliveries.get(0));
    assertThat(article.getNativeId()).isEqualTo("urn:wire:1");
    assertThat(article.getSource()).isEqualTo("Example Wire");
    assertThat(article.getBody()).isEqualTo("The bridge is closed.");
    assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T09:59:00Z"));
    assertThat(article.getExtra())
        .containsEntry("status", "canceled")
        .containsEntry("version", "3")
        .containsEntry("subjects", "[\"medtop:20000432\"]");
    assertThat(Deliveries.bad(deliveries.get(1)).reason())
        .isEqualTo("item urn:wire:2 of kind ninat:picture holds no text");
  }

  @Test
  void shouldTellNinjsFromJsonLinesWhenBothEndInJson() throws IOException {
    // Given
    feed.write(
        "a.json",
        "{\n"
            + " \"uri\": \"urn:wire:1\",\n"
            + " \"headline\": \"Bridge closed\",\n"
            + " \"body_text\": \"It is closed.\"\n"
            + "}");
    feed.write("b.json", "{\"uri\": \"urn:wire:2\", \"body_text\": \"It is open.\"}");
    feed.write(
        "c.json", "{\"id\": \"line\", \"uri\": \"x\", \"body\": \"It is a line.\"}\nno JSON\n");
    feed.write("d.json", "[{\"uri\": \"urn:wire:3\", \"body_text\": ");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(Deliveries.ids(deliveries.subList(0, 3)))
        .containsExactly("urn:wire:1", "urn:wire:2", "line");
    assertThat(Deliveries.bad(deliveries.get(3)).reason()).startsWith("line is not JSON");
    assertThat(Deliveries.bad(deliveries.get(4)).reason()).startsWith("file is not JSON");
  }

  @Test
  void shouldGiveArticlesAndOneDeadLetterWhenAnArchiveIsCutOff() throws IOException {
    // Given
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.write(
        answer("https://harbour-post.example/robots.txt", "200 OK", "text/plain", "User-agent: *"));
    archive.write(
        answer(
            "https://harbour-post.example/bridge?from=feed",
            "200 OK",
            "text/html",
            page("https://harbour-post.example/bridge", TEXT)));
    archive.write(
        answer(
            "https://harbour-post.example/gone",
            "404 Not Found",
            "text/html",
            page("https://harbour-post.example/gone", TEXT)));
    archive.write(
        answer(
            "https://copy.example/bridge",
            "200 OK",
            "text/html",
            page("https://harbour-post.example/bridge", TEXT)));
    byte[] last =
        answer(
            "https://harbour-post.example/last",
            "200 OK",
            "text/html",
            page("https://harbour-post.example/last", TEXT));
    archive.write(Arrays.copyOf(last, last.length / 2));
    feed.write("crawl.warc.gz", archive.toByteArray());
    feed.write("later.txt", "read all the same");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    RawArticle article = Deliveries.article(deliveries.get(0));
    assertThat(article.getUrl()).isEqualTo("https://harbour-post.example/bridge");
    assertThat(article.getReceivedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(article.getOrigin()).startsWith("crawl.warc.gz:");
    assertThat(Deliveries.article(deliveries.get(1)).getUrl())
        .as("a page does not speak for a foreign host")
        .isEqualTo("https://copy.example/bridge");
    assertThat(Deliveries.bad(deliveries.get(2)).reason()).contains("is damaged");
    assertThat(Deliveries.article(deliveries.get(deliveries.size() - 1)).getBody())
        .isEqualTo("read all the same");
  }

  @Test
  void shouldGiveADeadLetterWhenAFileIsNoArchive() throws IOException {
    // Given
    feed.write("crawl.warc", "This is no archive at all.");
    feed.write("feed.xml", "<rss version=\"2.0\"></rss>");

    // When
    List<Delivery> deliveries = feed.readAll();

    // Then
    assertThat(deliveries).hasSize(2).allMatch(Delivery.Bad.class::isInstance);
  }

  private static String page(String canonical, String text) {
    return """
    <html lang="en"><head><title>Bridge closed</title><link rel="canonical" href="%s">
    <meta name="robots" content="noarchive"><meta name="author" content="Ada Miller">
    <meta property="og:type" content="article">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"></head>
    <body><h1>Bridge closed</h1><p>%s</p></body></html>
    """
        .formatted(canonical, text);
  }

  private static byte[] answer(String address, String status, String type, String body)
      throws IOException {
    String http = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
    return FeedDirectory.gzip(
        "WARC/1.0\r\n"
            + "WARC-Type: response\r\n"
            + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
            + "WARC-Date: 2026-03-02T08:00:00Z\r\n"
            + "WARC-Target-URI: "
            + address
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.getBytes(UTF_8).length
            + "\r\n\r\n"
            + http
            + "\r\n\r\n");
  }
}
