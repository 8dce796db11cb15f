package org.storywire.ingest.sources;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.storywire.ingest.discovery.FeedDiscovery;
import org.storywire.ingest.discovery.FoundFeed;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.FeedResult;
import org.storywire.ingest.feed.Opml;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.Answer.Response;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.fetch.WebAddress;

/** Finds the feeds that an operator means: an address of a feed or a page, or a file of OPML. */
public final class SourceFinder implements AutoCloseable {

  /**
   * A feed.
   *
   * @param address where it is asked for
   * @param name what its list calls it
   */
  public record Found(String address, Optional<String> name) {}

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

  private static List<Found> ofOpml(byte[] bytes) {
    return Opml.read(bytes, null).stream()
        .filter(outline -> WebAddress.parse(outline.feedUrl()).isPresent())
        .map(outline -> new Found(outline.feedUrl(), named(outline.title())))
        .toList();
  }

  private List<Found> ofAddress(String address) throws InterruptedException {
    Answer answer = fetcher().fetch(FetchRequest.of(address, FetchRequest.FEEDS));
    if (answer instanceof Answer.Failure failure) {
      throw new IllegalArgumentException("unable to read " + failure.reason());
    }
    Response response = (Response) answer;
    if (response.status() != 200) {
      throw new IllegalArgumentException(
          "unable to read " + address + ": answer " + response.status() + ", expected 200");
    }
    URI base = response.address();
    FeedResult result = new FeedReader().read(response.body().get(), response.contentType(), base);
    if (result instanceof FeedResult.Found) {
      return List.of(new Found(address, Optional.empty()));
    }
    List<Found> named =
        FeedDiscovery.find(response.body().get(), response.contentType(), base.toString()).stream()
            .filter(feed -> feed.evidence() != FoundFeed.Evidence.GUESSED)
            .map(feed -> new Found(feed.url(), named(feed.title())))
            .toList();
    if (named.isEmpty()) {
      String reason = ((FeedResult.NotAFeed) result).reason();
      throw new IllegalArgumentException(
          "no feed at " + address + ": " + reason + ", and it names none");
    }
    return named;
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
