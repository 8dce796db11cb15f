package org.storywire.ingest.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.storywire.ingest.discovery.FeedDiscovery;
import org.storywire.ingest.discovery.FoundFeed;
import org.storywire.ingest.feed.Opml;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.fetch.WebAddress;

/**
 * Finds the feeds that an operator means: an address of a feed, a news sitemap or a page, or a file
 * of OPML.
 */
public final class SourceFinder implements AutoCloseable {

  /**
   * A feed.
   *
   * @param address where it is asked for
   * @param name what its list calls it
   */
  public record Found(String address, Optional<String> name) {}

  /** Feeds of what readers write below articles. */
  private static final Pattern COMMENTS = Pattern.compile("(?i)/comments(/|$)|[?&]feed=comments");

  private final List<String> offers = new ArrayList<>();
  private final Supplier<FetchConfig> config;
  private final boolean look;
  private Optional<Fetcher> fetcher = Optional.empty();

  /**
   * A finder.
   *
   * @param config settings of fetching, asked for when an address must be looked at
   * @param look whether addresses are looked at; else they are taken for feeds
   */
  public SourceFinder(Supplier<FetchConfig> config, boolean look) {
    this.config = config;
    this.look = look;
  }

  /**
   * The feeds of one place.
   *
   * @throws IOException if a file can't be read
   * @throws IllegalArgumentException if there are no feeds
   */
  public List<Found> find(String place) throws IOException, InterruptedException {
    if (WebAddress.parse(place).isPresent()) {
      return look ? ofAddress(place) : List.of(new Found(place, Optional.empty()));
    }
    Path file = Path.of(place);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "unknown source: " + place + ", must be an address of http or https, or a file of OPML");
    }
    List<Found> found = ofOpml(Files.readAllBytes(file));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no feeds in " + place + ", expected OPML with outlines that have an xmlUrl");
    }
    return found;
  }

  /** News sitemaps of the sites that were found on the way, which can be sources as well. */
  public List<String> newsSitemaps() {
    return List.copyOf(offers);
  }

  private static List<Found> ofOpml(byte[] bytes) {
    return Opml.read(bytes, null).stream()
        .filter(outline -> WebAddress.parse(outline.feedUrl()).isPresent())
        .map(outline -> new Found(outline.feedUrl(), named(outline.title())))
        .toList();
  }

  private List<Found> ofAddress(String address) throws InterruptedException {
    Answer answer = ask(address);
    if (answer instanceof Answer.Failure failure) {
      throw new IllegalArgumentException("unable to read " + failure.reason());
    }
    Response response = (Response) answer;
    if (response.status() != 200) {
      throw new IllegalArgumentException(
          "unable to read " + address + ": answer " + response.status() + ", expected 200");
    }
    try {
      var unused = SourceItems.of(response);
      return List.of(new Found(address, Optional.empty()));
    } catch (SourceItems.NoItems e) {
      List<Found> named = ofPage(response);
      Optional<String> sitemap = new NewsSitemaps(fetcher()).of(response.address());
      sitemap.ifPresent(offers::add);
      if (named.isEmpty()) {
        String offer = sitemap.map(url -> "; its news sitemap can be added: " + url).orElse("");
        throw new IllegalArgumentException(
            "no feed at " + address + ": " + e.getMessage() + ", and it names none" + offer);
      }
      return named;
    }
  }

  /** Feeds that a page names; where it names none, the first at a usual place. */
  private List<Found> ofPage(Response page) throws InterruptedException {
    List<Found> feeds = new ArrayList<>();
    for (FoundFeed feed :
        FeedDiscovery.find(page.body().get(), page.contentType(), page.address().toString())) {
      boolean guessed = feed.evidence() == FoundFeed.Evidence.GUESSED;
      if (COMMENTS.matcher(feed.url()).find() || guessed && !isFeed(feed.url())) {
        continue;
      }
      feeds.add(new Found(feed.url(), named(feed.title())));
      if (guessed) {
        return feeds;
      }
    }
    return feeds;
  }

  private boolean isFeed(String address) throws InterruptedException {
    if (!(ask(address) instanceof Response response) || response.status() != 200) {
      return false;
    }
    try {
      var unused = SourceItems.of(response);
      return true;
    } catch (SourceItems.NoItems e) {
      return false;
    }
  }

  private Answer ask(String address) throws InterruptedException {
    return fetcher().fetch(FetchRequest.of(address, FetchRequest.FEEDS));
  }

  private static Optional<String> named(String name) {
    return Optional.of(name).filter(text -> !text.isBlank());
  }

  private Fetcher fetcher() {
    if (fetcher.isEmpty()) {
      FetchConfig checked = config.get();
      fetcher = Optional.of(Fetcher.open(checked, new HostTurns(checked.hostInterval())));
    }
    return fetcher.get();
  }

  @Override
  public void close() {
    fetcher.ifPresent(Fetcher::close);
  }
}
