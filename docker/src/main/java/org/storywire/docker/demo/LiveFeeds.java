package org.storywire.docker.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.sources.FeedsConfig;
import org.storywire.ingest.sources.FeedsReader;
import org.storywire.ingest.sources.SourceBook;
import org.storywire.ingest.sources.SourceSettings;

/** A reader of feeds that runs in a thread of this process until it is closed. */
public final class LiveFeeds implements AutoCloseable {

  private final Thread thread;
  private volatile boolean stopping;
  private volatile RuntimeException failure;

  private LiveFeeds(FeedsReader reader) {
    this.thread = new Thread(() -> run(reader), "storywire-feeds");
  }

  /** Adds sources to a broker's, and begins to read them. */
  public static LiveFeeds start(
      String bootstrapServers, List<SourceSettings> sources, FetchConfig fetch) {
    IngestConfig ingest =
        IngestConfig.from(Map.of(IngestConfig.BOOTSTRAP_SERVER, bootstrapServers));
    try (SourceBook book = SourceBook.open(ingest)) {
      book.put(sources);
    }
    LiveFeeds feeds =
        new LiveFeeds(
            FeedsReader.open(
                FeedsConfig.of(ingest, fetch), Clock.systemUTC(), FeedsReader.Watcher.NONE));
    feeds.thread.start();
    return feeds;
  }

  /**
   * Does nothing while all goes well.
   *
   * @throws RuntimeException what stopped the reader
   */
  public void requireHealth() {
    if (failure != null) {
      throw failure;
    }
  }

  private void run(FeedsReader reader) {
    try (reader) {
      reader.run(() -> stopping);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Stops reading and waits for what is under way. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
