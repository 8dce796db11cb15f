package org.storywire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageExtractorTest {

  private static final String FIRST =
      "The old harbour bridge was closed on Monday after engineers found cracks in two of its"
          + " piers, the city said.";
  private static final String SECOND =
      "Buses will take the northern tunnel until the summer, and a ferry is to run every ten"
          + " minutes from Tuesday on.";
  private static final String THIRD =
      "The mayor had asked for a new bridge three years ago, but the council did not find the money"
          + " for it then.";

  private final PageExtractor extractor = new PageExtractor();

  @Test
  void shouldFindTheTextWhenMuchElseStandsAround() {
    // Given
    String page =
        """
        <html><head><title>Bridge closed | The Paper</title></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <div class="cookie-banner"><p>We and our partners store information on your device and read it, so that you see what suits you best.</p></div>
        <main><h1>Bridge closed</h1><p class="article-lead">Engineers found cracks in two piers.</p>
        <div class="byline">By Ada Miller</div>
        <div class="body"><p>%s</p><figure><img src="a.jpg"><figcaption>The bridge in a picture from 1998, before it was painted green.</figcaption></figure>
        <p>%s</p><h2>Years of talk</h2><p>%s</p></div>
        <section class="related-articles"><h3>More</h3><article><h4><a href="/b">Another bridge</a></h4><p>A bridge elsewhere is to be painted in the colours of the rainbow, as its neighbours have wished for long.</p></article></section>
        <section id="comments"><p>I have always said that this bridge would not hold for long, but nobody listened to me at all, as usual.</p></section></main>
        <footer><p>The Paper is published by The Paper Company. All rights reserved. No part may be copied without our word.</p></footer>
        </body></html>
        """
            .formatted(FIRST, SECOND, THIRD);

    // When
    Page article = read(page);

    // Then
    assertThat(article.text())
        .isEqualTo(
            String.join(
                "\n\n",
                "Engineers found cracks in two piers.",
                FIRST,
                SECOND,
                "Years of talk",
                THIRD));
    assertThat(article.title()).contains("Bridge closed");
    assertThat(article.authors()).containsExactly("Ada Miller");
  }

  @Test
  void shouldReadClaimsWhenThePageHasLinkedData() {
    // Given
    String page =
        """
        <html lang="en-GB"><head><title>Bridge closed - The Paper</title>
        <link rel="canonical" href="/news/bridge"><meta name="robots" content="noarchive">
        <meta property="og:site_name" content="The Paper"><meta property="og:title" content="Bridge closed - The Paper">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
          {"@type": "Person", "@id": "#ada", "name": "Ada Miller"},
          {"@type": "NewsArticle", "headline": "Bridge &amp; tunnel closed", "datePublished": "2026-03-01T23:30:00-02:00",
           "dateModified": "2026-03-02T08:00:00Z", "author": [{"@id": "#ada"}, {"@type": "Person", "name": "Ben Hall"}],
           "articleSection": "Local", "isAccessibleForFree": false, "license": "https://paper.example/licence"}]}</script>
        </head><body><h1>Bridge closed</h1><p>%s</p></body></html>
        """
            .formatted(FIRST);

    // When
    Page article = read(page);

    // Then
    assertThat(article.title()).contains("Bridge closed");
    assertThat(article.authors()).containsExactly("Ada Miller", "Ben Hall");
    assertThat(article.published()).contains(Instant.parse("2026-03-02T01:30:00Z"));
    assertThat(article.modified()).contains(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(article.canonical()).contains("https://paper.example/news/bridge");
    assertThat(article.language()).contains("en-GB");
    assertThat(article.section()).contains("Local");
    assertThat(article.outlet()).contains("The Paper");
    assertThat(article.rights())
        .containsEntry("robots", "noarchive")
        .containsEntry("license", "https://paper.example/licence")
        .containsEntry("free", "false");
    assertThat(article.teaser()).isTrue();
  }

  @Test
  void shouldKeepTheTextWhenTheWholePageIsCalledNoise() {
    // Given
    String page =
        "<body><div class='ad-free newsletter'><div class='share'><p>%s</p><p>%s</p></div></div></body>"
            .formatted(FIRST, SECOND);

    // When
    String text = read(page).text();

    // Then
    assertThat(text).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void shouldTakeTheTextForMachinesWhenScriptsShowTheArticle() {
    // Given
    String page =
        """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge closed",
          "articleBody": "%s\\n\\n%s"}</script>
        <body><div id="app"><p>This page needs scripts, so please allow your browser to run them at all.</p></div></body>
        """
            .formatted(FIRST, SECOND);

    // When
    String text = read(page).text();

    // Then
    assertThat(text).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void shouldHoldNoArticleWhenThePageIsAFront() {
    // Given
    String teasers =
        "<article><h3><a href='/a'>Bridge closed</a></h3><p>%s</p></article>"
            .formatted(FIRST)
            .repeat(20);

    // When
    Page front =
        extractor.extract(
            ("<main>" + teasers + "</main>").getBytes(UTF_8),
            Optional.empty(),
            "https://paper.example/");
    Page section =
        extractor.extract(
            ("<main>" + teasers + "</main>").getBytes(UTF_8),
            Optional.empty(),
            "https://paper.example/local/");

    // Then
    assertThat(front.article()).isFalse();
    assertThat(section.article()).isFalse();
  }

  @Test
  void shouldTakeBytesForUtf8WhenThePageCallsThemLatin1() {
    // Given
    String page =
        "<meta charset='iso-8859-1'><title>Brücke gesperrt</title><p>Die Brücke ist gesperrt, weil"
            + " zwei ihrer Pfeiler Risse haben, sagt die Stadt.</p>";

    // When
    Optional<String> ofUtf8 = extractor.extract(page.getBytes(UTF_8), Optional.empty(), "").title();
    Optional<String> ofLatin1 =
        extractor
            .extract(page.getBytes(Charset.forName("ISO-8859-1")), Optional.empty(), "")
            .title();

    // Then
    assertThat(ofUtf8).contains("Brücke gesperrt");
    assertThat(ofLatin1).contains("Brücke gesperrt");
  }

  @Test
  void shouldEndWhenMarkupIsHostile() {
    // Given
    String nested = "<table><tr><td>".repeat(20_000) + FIRST;
    String open = "<script>".repeat(50_000) + "<!--".repeat(50_000) + "<svg ".repeat(50_000);
    String spaces = "x" + " ".repeat(500_000) + "x";
    String claims =
        "<html lang='"
            + "aa-".repeat(100_000)
            + "'><meta name='author' content='"
            + spaces
            + "'><meta name='keywords' content='"
            + spaces
            + "'><script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \""
            + "a | ".repeat(100_000)
            + "\", \"articleBody\": \""
            + spaces
            + "\"}</script>";
    String data = "<script type='application/ld+json'>" + "[".repeat(50_000) + "</script>";

    // When
    Page article = read(nested);

    // Then
    assertThat(article.text()).isEqualTo(FIRST);
    assertThat(read(claims).language()).isEmpty();
    assertThat(read(open).title()).isEmpty();
    assertThat(read(data).title()).isEmpty();
    assertThat(read("").text()).isEmpty();
  }

  private Page read(String page) {
    return extractor.extract(page.getBytes(UTF_8), Optional.empty(), "https://paper.example/a");
  }
}
