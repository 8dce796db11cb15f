package org.storywire.ingest.sources;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.fetch.WebAddress;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;
import org.storywire.ingest.robots.RobotsRules;
import org.storywire.ingest.sources.SourceSettings.FullText;

/** Reads the pages of items whose feed gives too little, where robots.txt allows it. */
final class ItemPages {

  /** What robots.txt said of the item's page when it was wanted. */
  private static final String ROBOTS = "robots";

  /**
   * Fields of an answer that say what may be done with it: Google's, and those of W3C's TDM
   * Reservation Protocol.
   */
  private static final List<String> SIGNALS =
      List.of("x-robots-tag", "tdm-reservation", "tdm-policy");

  private final Fetcher fetcher;
  private final HostTurns turns;
  private final RobotsCache robots;
  private final PageExtractor extractor = new PageExtractor();

  /**
   * An item after its page was wanted.
   *
   * @param item with the page's text, or as it was
   * @param robots what robots.txt said
   */
  record Completed(FeedItem item, String robots) {}

  ItemPages(Fetcher fetcher, HostTurns turns, RobotsCache robots) {
    this.fetcher = fetcher;
    this.turns = turns;
    this.robots = robots;
  }

  /** Whether an item's page is to be read. */
  static boolean isWanted(FeedItem item, FullText fullText) {
    return switch (fullText) {
      case ALWAYS -> !item.link().isBlank();
      case WHEN_SHORT -> !item.whole() && !item.link().isBlank();
      case NEVER -> false;
    };
  }

  /** The item with its page's text; as it was if the page is not to be had or says less. */
  Completed completed(FeedItem item) throws InterruptedException {
    Optional<URI> address = WebAddress.parse(item.link());
    if (address.isEmpty()) {
      return new Completed(item, "");
    }
    RobotsRules rules = robots.rules(address.get());
    if (!rules.allows(address.get().toString())) {
      return new Completed(item.with(ROBOTS, "disallowed"), "disallowed");
    }
    Answer answer = fetcher.fetch(FetchRequest.of(item.link(), FetchRequest.PAGES));
    rules.crawlDelay().ifPresent(delay -> turns.pause(address.get().getHost(), delay));
    FeedItem completed =
        answer instanceof Response response && isPage(response) ? with(response, item) : item;
    return new Completed(completed.with(ROBOTS, "allowed"), "allowed");
  }

  private static boolean isPage(Response response) {
    String type = response.contentType().toLowerCase(Locale.ROOT);
    return response.status() == 200 && (type.isBlank() || type.contains("html"));
  }

  private FeedItem with(Response response, FeedItem item) {
    Page page =
        extractor.extract(
            response.body().get(),
            Optional.of(response.contentType()),
            response.address().toString());
    if (page.text().length() <= item.text().length()) {
      return item;
    }
    Map<String, String> extra = new TreeMap<>(item.extra());
    putIfAbsent(extra, "summary", item.text());
    putIfAbsent(extra, "authors", String.join("; ", page.authors()));
    putIfAbsent(extra, "categories", String.join("; ", page.keywords()));
    putIfAbsent(extra, "language", page.language().orElse(""));
    putIfAbsent(extra, "canonical", page.canonical().orElse(""));
    putIfAbsent(extra, "section", page.section().orElse(""));
    putIfAbsent(extra, "outlet", page.outlet().orElse(""));
    page.rights().forEach((name, value) -> putIfAbsent(extra, "rights." + name, value));
    for (String name : SIGNALS) {
      response.fields().first(name).ifPresent(value -> putIfAbsent(extra, "rights." + name, value));
    }
    if (page.teaser()) {
      extra.put("teaser", "true");
    }
    return new FeedItem(
        item.id(),
        item.link(),
        item.title().isBlank() ? page.title().orElse("") : item.title(),
        page.text(),
        !page.teaser(),
        item.published().or(page::published),
        extra);
  }

  private static void putIfAbsent(Map<String, String> extra, String name, String value) {
    if (!value.isBlank()) {
      extra.putIfAbsent(name, value);
    }
  }
}
