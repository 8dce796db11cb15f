package org.storywire.ingest.sources;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.robots.RobotsTxt;
import org.storywire.ingest.sitemap.SitemapReader;
import org.storywire.ingest.sitemap.SitemapResult;
import org.storywire.ingest.sitemap.SitemapUrl;

/** Finds the news sitemap of a site through the sitemaps that its robots.txt names. */
final class NewsSitemaps {

  /** Sitemaps of one list that are looked at, those first whose address speaks of news. */
  private static final int MOST_LOOKED_AT = 3;

  private final Fetcher fetcher;

  NewsSitemaps(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** The address of a news sitemap; empty if robots.txt leads to none. */
  Optional<String> of(URI site) throws InterruptedException {
    Optional<Response> robots = ask(site.resolve("/robots.txt").toString());
    return robots.isEmpty()
        ? Optional.empty()
        : first(RobotsTxt.parse(robots.get().body().get()).sitemaps().stream(), true);
  }

  private Optional<String> first(Stream<String> addresses, boolean mayBeIndex)
      throws InterruptedException {
    List<String> likely =
        addresses
            .distinct()
            .sorted(Comparator.comparing(address -> !speaksOfNews(address)))
            .limit(MOST_LOOKED_AT)
            .toList();
    for (String address : likely) {
      Optional<String> found = look(address, mayBeIndex);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> look(String address, boolean mayBeIndex) throws InterruptedException {
    Optional<Response> response = ask(address);
    if (response.isEmpty()) {
      return Optional.empty();
    }
    SitemapResult sitemap =
        SitemapReader.read(
            response.get().body().get(), response.get().contentType(), response.get().address());
    if (sitemap instanceof SitemapResult.Index index && mayBeIndex) {
      Stream<String> parts = index.sitemaps().stream().map(SitemapUrl::loc);
      return first(parts.filter(NewsSitemaps::speaksOfNews), false);
    }
    boolean news =
        sitemap instanceof SitemapResult.Pages pages
            && pages.urls().stream().anyMatch(url -> url.news().isPresent());
    return Optional.of(address).filter(any -> news);
  }

  private Optional<Response> ask(String address) throws InterruptedException {
    Answer answer = fetcher.fetch(FetchRequest.of(address, FetchRequest.FEEDS));
    return answer instanceof Response response && response.status() == 200
        ? Optional.of(response)
        : Optional.empty();
  }

  /** Whether path or query do; a host's name says nothing of what is there. */
  private static boolean speaksOfNews(String address) {
    return address.toLowerCase(Locale.ROOT).replaceFirst("^https?://[^/]*", "").contains("news");
  }
}
