package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.ingest.fetch.Publisher.head;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.fetch.FetchLimits;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.fetch.Publisher;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;
import org.storywire.ingest.sources.SourceSettings.FullText;
import org.storywire.news.RawArticle;

/**
 * How a reader behaves towards publishers: what it asks for, how often, and what it makes of it.
 */
class FeedPollTest {

  private static final Instant START = Instant.parse("2026-03-04T05:00:00Z");
  private static final String VALIDATED = "ETag: W/\"a b\"\r\nLast-Modified: Wed, 4 Mar 2026";

  /** Patient, so that a busy machine changes no outcome. */
  private static final FetchLimits LIMITS =
      new FetchLimits(1 << 20, 1 << 20, 5, 50, 1_000, Duration.ofMinutes(2), Duration.ofMinutes(2));

  private final Publisher publisher = Publisher.open();
  private final HostTurns turns = new HostTurns(Duration.ZERO);
  private final Fetcher fetcher =
      Fetcher.open(
          new FetchConfig(
              Optional.empty(), List.of("127.0.0.1"), Duration.ZERO, LIMITS, Optional.empty()),
          turns);
  private final List<PollResult> parts = new ArrayList<>();
  private Instant now = START;
  private final FeedPoll poll = new FeedPoll(fetcher, turns, PollPolicy.DEFAULT, new Ticking());

  @AfterEach
  void close() {
    fetcher.close();
    publisher.close();
  }

  @Test
  void shouldSendBothValidatorsAsTheyCameWhenAskingAgain() throws Exception {
    // Given
    publisher.on("/feed", feed(VALIDATED, item("1", "Bridge closes")));
    SourceState first = ask(FullText.NEVER, unasked());
    publisher.on("/feed", head(304));

    // When
    SourceState second = ask(FullText.NEVER, first);

    // Then
    assertThat(publisher.requests().get(0).fields())
        .doesNotContainKeys("if-none-match", "if-modified-since");
    assertThat(publisher.requests().get(1).fields())
        .containsEntry("if-none-match", "W/\"a b\"")
        .containsEntry("if-modified-since", "Wed, 4 Mar 2026");
    assertThat(titles()).containsExactly("Bridge closes");
    assertThat(second.poll().lastAnswer()).isEqualTo("304");
    assertThat(second.health().requests()).isEqualTo(2);
  }

  @Test
  void shouldAskHourlyAtMostInADayWhenPublisherHelpsWithNothing() throws Exception {
    // Given
    publisher.on(
        "/feed",
        (request, out) ->
            out.write(
                feed("X-A: b", item("n" + publisher.requests().size(), "News"))
                    .getBytes(StandardCharsets.UTF_8)));

    // When
    askFor(Duration.ofDays(1), FullText.NEVER);

    // Then
    assertThat(publisher.requests()).hasSizeBetween(20, 24);
  }

  @Test
  void shouldAskEveryFiveMinutesAtMostWhenThereIsAlwaysNews() throws Exception {
    // Given
    publisher.on(
        "/feed",
        (request, out) ->
            out.write(
                feed(VALIDATED, item("n" + publisher.requests().size(), "News"))
                    .getBytes(StandardCharsets.UTF_8)));

    // When
    askFor(Duration.ofHours(2), FullText.NEVER);

    // Then
    assertThat(publisher.requests()).hasSizeBetween(15, 25);
  }

  @Test
  void shouldAskConditionallyAndSeldomWhenNothingEverChanges() throws Exception {
    // Given
    publisher.on(
        "/feed",
        (request, out) ->
            out.write(
                (request.fields().containsKey("if-none-match")
                        ? head(304)
                        : feed(VALIDATED, item("1", "Old news")))
                    .getBytes(StandardCharsets.UTF_8)));

    // When
    askFor(Duration.ofDays(7), FullText.NEVER);

    // Then
    assertThat(publisher.requests()).hasSizeBetween(28, 50);
    assertThat(publisher.requests())
        .filteredOn(request -> !request.fields().containsKey("if-none-match"))
        .hasSizeBetween(6, 8);
    assertThat(titles()).containsExactly("Old news");
  }

  @Test
  void shouldStayAwayFromTheWholeHostWhenItAsksForThat() throws Exception {
    // Given
    publisher.on("/feed", head(429, "Retry-After: 7200", "Content-Length: 0"));

    // When
    SourceState state = ask(FullText.NEVER, unasked());

    // Then
    assertThat(state.poll().due()).isAfterOrEqualTo(START.plus(Duration.ofHours(2)));
    assertThat(poll.isFree("127.0.0.1")).isFalse();
    assertThat(poll.isFree("paper.example")).isTrue();
  }

  @Test
  void shouldKeepWhatItKnowsWhenPublisherSendsAnErrorPageAsGood() throws Exception {
    // Given
    publisher.on("/feed", feed(VALIDATED, item("1", "Bridge closes")));
    SourceState first = ask(FullText.NEVER, unasked());
    publisher.on("/feed", Publisher.ok("<html><body>We will be back soon</body></html>"));

    // When
    SourceState second = ask(FullText.NEVER, first);

    // Then
    assertThat(second.poll().lastAnswer()).startsWith("200, no feed");
    assertThat(second.poll().validators()).isEqualTo(first.poll().validators());
    assertThat(second.seen()).isEqualTo(first.seen());
    assertThat(second.health().errors()).isEqualTo(1);
  }

  @Test
  void shouldAskForWholeBodyAgainWhenItWasCutOff() throws Exception {
    // Given
    String whole = feed(VALIDATED, item("1", "Bridge closes"), item("2", "Fire is out"));
    publisher.on("/feed", whole.substring(0, whole.indexOf("<item><guid>2")));

    // When
    SourceState state = ask(FullText.NEVER, unasked());

    // Then
    assertThat(titles()).containsExactly("Bridge closes");
    assertThat(state.poll().validators().isEmpty()).isTrue();
  }

  @Test
  void shouldSendRevisionWithSameIdentityWhenItemChanged() throws Exception {
    // Given
    publisher.on("/feed", feed(VALIDATED, item("1", "Bridge closes")));
    SourceState first = ask(FullText.NEVER, unasked());
    publisher.on("/feed", feed("ETag: x", item("1", "Bridge closes for weeks")));

    // When
    ask(FullText.NEVER, first);

    // Then
    assertThat(articles()).extracting(RawArticle::getNativeId).containsExactly("1", "1");
    assertThat(articles()).extracting(RawArticle::getUrl).containsOnly("http://paper.example/1");
    assertThat(articles()).extracting(RawArticle::getEventId).doesNotHaveDuplicates();
  }

  @Test
  void shouldGiveSameEventIdsWhenFeedIsReadAnew() throws Exception {
    // Given
    publisher.on("/feed", feed(VALIDATED, item("1", "Bridge closes")));

    // When
    ask(FullText.NEVER, unasked());
    now = now.plusSeconds(60);
    ask(FullText.NEVER, unasked());

    // Then
    assertThat(articles()).hasSize(2);
    assertThat(articles().get(0).getEventId()).isEqualTo(articles().get(1).getEventId());
  }

  @Test
  void shouldReadPageWhenFeedHasASummaryOnly() throws Exception {
    // Given
    String link = "http://127.0.0.1:" + publisher.port() + "/page";
    publisher.on("/feed", feed(VALIDATED, itemAt("1", "Bridge closes", link)));
    publisher.on("/robots.txt", Publisher.ok("User-agent: *\nDisallow: /private"));
    publisher.on("/page", page());

    // When
    SourceState state = ask(FullText.WHEN_SHORT, unasked());

    // Then
    assertThat(articles()).hasSize(1);
    assertThat(articles().get(0).getBody()).contains("Engineers found cracks").contains("by ferry");
    assertThat(articles().get(0).getExtra()).containsEntry("summary", "In short.");
    assertThat(state.health().robots()).isEqualTo("allowed");
    assertThat(publisher.requests())
        .extracting(Publisher.Request::path)
        .containsExactly("/feed", "/robots.txt", "/page");
  }

  @Test
  void shouldKeepWhatPublisherSaysAboutUseWhenPageIsRead() throws Exception {
    // Given
    String link = "http://127.0.0.1:" + publisher.port() + "/page";
    publisher.on("/feed", feed(VALIDATED, itemAt("1", "Bridge closes", link)));
    String html =
        "<html><head><meta name='robots' content='noarchive'><link rel='license'"
            + " href='/terms'></head><body><h1>Bridge closes</h1><p>Engineers found cracks in two"
            + " piers on Monday, and the city sends the traffic by ferry until they are"
            + " mended.</p></body></html>";
    publisher.on(
        "/page",
        Publisher.head(
                200,
                "Content-Type: text/html",
                "X-Robots-Tag: noai",
                "TDM-Reservation: 1",
                "Content-Length: " + html.length())
            + html);

    // When
    var unused = ask(FullText.ALWAYS, unasked());

    // Then
    assertThat(articles().get(0).getExtra())
        .containsEntry("robots", "allowed")
        .containsEntry("rights.robots", "noarchive")
        .containsEntry("rights.license", link.replace("/page", "/terms"))
        .containsEntry("rights.x-robots-tag", "noai")
        .containsEntry("rights.tdm-reservation", "1");
  }

  @Test
  void shouldLeavePageAloneWhenRobotsTxtForbidsIt() throws Exception {
    // Given
    String link = "http://127.0.0.1:" + publisher.port() + "/private/";
    publisher.on(
        "/feed",
        feed(
            VALIDATED,
            itemAt("1", "Bridge closes", link + 1),
            itemAt("2", "Fire is out", link + 2)));
    publisher.on("/robots.txt", Publisher.ok("User-agent: storywire\nDisallow: /private"));

    // When
    SourceState state = ask(FullText.ALWAYS, unasked());

    // Then
    assertThat(titles()).containsExactly("Fire is out", "Bridge closes");
    assertThat(state.health().robots()).isEqualTo("disallowed");
    assertThat(articles())
        .allSatisfy(
            article -> assertThat(article.getExtra()).containsEntry("robots", "disallowed"));
    assertThat(publisher.requests())
        .extracting(Publisher.Request::path)
        .containsExactly("/feed", "/robots.txt");
  }

  @Test
  void shouldGoOnWithItemsThatAreMissingWhenReaderEndedBetweenPages() throws Exception {
    // Given
    String link = "http://127.0.0.1:" + publisher.port() + "/";
    publisher.on(
        "/feed",
        feed(VALIDATED, itemAt("2", "Fire is out", link + 2), itemAt("1", "Bridge", link + 1)));
    ask(FullText.ALWAYS, unasked());
    SourceState afterFirstItem = parts.get(1).state();
    parts.clear();

    // When
    ask(FullText.ALWAYS, afterFirstItem);

    // Then
    assertThat(titles()).containsExactly("Fire is out");
  }

  @Test
  void shouldReadNewArticlesOfNewsSitemapOnce() throws Exception {
    // Given
    publisher.on("/feed", sitemap(sitemapUrl("/1", "2026-03-04T01:00:00Z", "Bridge closes")));
    SourceState first = ask(FullText.NEVER, unasked());
    publisher.on(
        "/feed",
        sitemap(
            sitemapUrl("/1", "2026-03-04T01:00:00Z", "Bridge closes"),
            sitemapUrl("/2", "2026-03-04T02:00:00Z", "Fire is out")));

    // When
    SourceState second = ask(FullText.NEVER, first);

    // Then
    assertThat(titles()).containsExactly("Bridge closes", "Fire is out");
    assertThat(articles().get(1).getPublishedAt()).isEqualTo("2026-03-04T02:00:00Z");
    assertThat(articles().get(1).getUrl()).endsWith("/2");
    assertThat(second.health().title()).isEqualTo("Paper");
  }

  @Test
  void shouldEndWhenSourceIsGone() throws Exception {
    // Given
    publisher.on("/feed", head(410, "Content-Length: 0"));

    // When
    SourceState state = ask(FullText.NEVER, unasked());

    // Then
    assertThat(state.poll().ended()).isTrue();
  }

  @Test
  void shouldWriteDeadLetterWhenItemSaysNothing() throws Exception {
    // Given
    publisher.on("/feed", feed(VALIDATED, "<item><guid>7</guid></item>"));

    // When
    ask(FullText.NEVER, unasked());

    // Then
    Delivery delivery = parts.get(0).deliveries().get(0);
    assertThat(delivery).isInstanceOf(Delivery.Bad.class);
    assertThat(((Delivery.Bad) delivery).reason()).isEqualTo("item 7 has no title and no text");
  }

  private void askFor(Duration time, FullText fullText) throws InterruptedException {
    SourceState state = unasked();
    while (now.isBefore(START.plus(time))) {
      state = ask(fullText, state);
      now = state.poll().due();
    }
  }

  private SourceState ask(FullText fullText, SourceState state) throws InterruptedException {
    SourceSettings settings =
        new SourceSettings(
            "http://127.0.0.1:" + publisher.port() + "/feed",
            Optional.empty(),
            fullText,
            Optional.empty(),
            Optional.empty(),
            START);
    poll.ask(settings, state, parts::add);
    assertThat(parts.get(parts.size() - 1).last()).isTrue();
    return parts.get(parts.size() - 1).state();
  }

  private SourceState unasked() {
    SourceSettings settings =
        SourceSettings.of("http://127.0.0.1:" + publisher.port() + "/feed", START);
    return SourceState.unasked(PollState.unasked(settings.uri(), PollPolicy.DEFAULT, now));
  }

  private List<RawArticle> articles() {
    return parts.stream()
        .flatMap(part -> part.deliveries().stream())
        .map(delivery -> ((Delivery.Found) delivery).article())
        .toList();
  }

  private List<String> titles() {
    return articles().stream().map(RawArticle::getTitle).toList();
  }

  private static String feed(String fields, String... items) {
    String body =
        "<rss version=\"2.0\"><channel><title>Paper</title>"
            + String.join("", items)
            + "</channel></rss>";
    return head(
            200, fields, "Content-Type: application/rss+xml", "Content-Length: " + body.length())
        + body;
  }

  private static String sitemap(String... urls) {
    return Publisher.ok(
        "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
            + String.join("", urls)
            + "</urlset>");
  }

  private static String sitemapUrl(String loc, String date, String title) {
    return ("<url><loc>%s</loc><news:news><news:publication><news:name>Paper</news:name>"
            + "</news:publication><news:publication_date>%s</news:publication_date>"
            + "<news:title>%s</news:title></news:news></url>")
        .formatted(loc, date, title);
  }

  private static String item(String id, String title) {
    return itemAt(id, title, "http://paper.example/" + id);
  }

  private static String itemAt(String id, String title, String link) {
    return "<item><guid>%s</guid><link>%s</link><title>%s</title><description>In short.</description></item>"
        .formatted(id, link, title);
  }

  private static String page() {
    String body =
        "<html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1><p>"
            + "Engineers found cracks in two of the piers of the old harbour bridge on Tuesday. "
                .repeat(3)
            + "</p><p>"
            + "The city asks everybody who works on the islands to travel by ferry until May. "
                .repeat(3)
            + "</p></article></body></html>";
    return head(200, "Content-Type: text/html", "Content-Length: " + body.length()) + body;
  }

  /** Stands still until the test moves it on. */
  private final class Ticking extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
