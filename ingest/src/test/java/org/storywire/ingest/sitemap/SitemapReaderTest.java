package org.storywire.ingest.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.date.NewsDate;

class SitemapReaderTest {

  private static final URI BASE = URI.create("https://paper.example/sitemap.xml");

  private static final String NEWS =
      """
      <?xml version="1.0"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:g="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url>
          <loc> https://paper.example/ferry?a=1&b=2 </loc>
          <lastmod>2025-03-14</lastmod>
          <image:image><image:loc>https://paper.example/ferry.jpg</image:loc></image:image>
          <g:news>
            <g:publication><g:name>Harbour Post</g:name><g:language>en</g:language></g:publication>
            <g:publication_date>2025-03-14T09:26:53+01:00</g:publication_date>
            <g:title><![CDATA[Ferry & crew freed]]></g:title>
            <g:keywords>ferry, harbour</g:keywords>
          </g:news>
        </url>
        <url><lastmod>2025-03-14</lastmod></url>
        <url><loc>/tide</loc></url>
      </urlset>
      """;

  @Test
  void shouldReadNewsWhateverThePrefix() {
    // When
    List<SitemapUrl> urls = pages(NEWS.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(urls)
        .extracting(SitemapUrl::loc)
        .containsExactly("https://paper.example/ferry?a=1&b=2", "https://paper.example/tide");
    SitemapNews news = urls.get(0).news().orElseThrow();
    assertThat(news.title()).isEqualTo("Ferry & crew freed");
    assertThat(news.publication()).isEqualTo("Harbour Post");
    assertThat(news.language()).isEqualTo("en");
    assertThat(news.keywords()).containsExactly("ferry", "harbour");
    assertThat(news.published().orElseThrow().read())
        .map(NewsDate::instant)
        .contains(Instant.parse("2025-03-14T08:26:53Z"));
    assertThat(urls.get(1).news()).isEmpty();
  }

  @Test
  void shouldReadWhatIsThereWhenGzipIsCutOff() throws IOException {
    // Given
    String many =
        NEWS.replace("<url><loc>/tide", "<url><loc>/1</loc></url>".repeat(9) + "<url><loc>/tide");
    byte[] packed = gzip(many);

    // When
    List<SitemapUrl> urls = pages(Arrays.copyOf(packed, packed.length - 60));

    // Then
    assertThat(urls).hasSizeBetween(1, 10);
    assertThat(urls.get(0).loc()).isEqualTo("https://paper.example/ferry?a=1&b=2");
  }

  @Test
  void shouldReadIndex() {
    // When
    SitemapResult result =
        read(
            "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap>"
                + "<sitemap> https://paper.example/2.xml </sitemap></sitemapindex>");

    // Then
    assertThat(result).isInstanceOf(SitemapResult.Index.class);
    assertThat(((SitemapResult.Index) result).sitemaps())
        .extracting(SitemapUrl::loc)
        .containsExactly("https://paper.example/news.xml", "https://paper.example/2.xml");
  }

  @Test
  void shouldReadPlainText() {
    assertThat(
            pages(
                "\uFEFFhttps://a.example/1\r\nhttps://a.example/2\nno address\n"
                    .getBytes(StandardCharsets.UTF_8)))
        .extracting(SitemapUrl::loc)
        .containsExactly("https://a.example/1", "https://a.example/2");
  }

  @Test
  void shouldSayWhatItIsWhenItIsNoSitemap() {
    // When
    SitemapResult result = read("<html><body>Not found</body></html>");

    // Then
    assertThat(result).isInstanceOf(SitemapResult.NotASitemap.class);
    assertThat(((SitemapResult.NotASitemap) result).reason()).contains("<html>");
  }

  @Test
  void shouldFollowNoEntity() {
    // When
    List<SitemapUrl> urls =
        pages(
            ("<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                    + "<urlset><url><loc>https://a.example/&x;</loc></url></urlset>")
                .getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(urls).extracting(SitemapUrl::loc).containsExactly("https://a.example/&x;");
  }

  private static SitemapResult read(String text) {
    return SitemapReader.read(text.getBytes(StandardCharsets.UTF_8), null, BASE);
  }

  private static List<SitemapUrl> pages(byte[] bytes) {
    SitemapResult result = SitemapReader.read(bytes, null, BASE);
    assertThat(result).isInstanceOf(SitemapResult.Pages.class);
    return ((SitemapResult.Pages) result).urls();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
