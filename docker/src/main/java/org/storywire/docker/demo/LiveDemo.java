package org.storywire.docker.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.tail.UpdateLine;
import org.storywire.docker.terminal.ProgressBar;
import org.storywire.docker.terminal.Terminal;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.sources.SourceFinder;
import org.storywire.ingest.sources.SourceSettings;

/** The demo on live feeds: it reads them and prints story updates until it is told to stop. */
final class LiveDemo {

  private static final Duration WAIT = Duration.ofMillis(200);

  private final List<SourceSettings> sources;
  private final FetchConfig fetch;

  private LiveDemo(List<SourceSettings> sources, FetchConfig fetch) {
    this.sources = sources;
    this.fetch = fetch;
  }

  /**
   * Finds the feeds.
   *
   * @param places addresses of feeds or pages, files of OPML
   * @throws IllegalArgumentException if one of them holds no feed
   */
  static LiveDemo of(List<String> places, FetchConfig fetch) {
    List<SourceSettings> sources = new ArrayList<>();
    try (SourceFinder finder = new SourceFinder(() -> fetch, true)) {
      for (String place : places) {
        finder.find(place).stream()
            .map(found -> SourceSettings.of(found.address(), Instant.now()))
            .forEach(sources::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read a list of feeds: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for feeds", e);
    }
    return new LiveDemo(sources, fetch);
  }

  /** Reads and prints until the JVM is told to stop. */
  void run(LocalPipeline pipeline, StopSignal stop, Terminal terminal, PrintWriter out) {
    out.println("reading " + sources.size() + " feeds, Ctrl-C ends");
    out.flush();
    ProgressBar none = new ProgressBar(System.err, terminal, "fed", 0);
    Display display = new Display(out, new UpdateLine(terminal), none);
    try (ResultReader results = ResultReader.open(pipeline.bootstrapServers(), display);
        LiveFeeds feeds = LiveFeeds.start(pipeline.bootstrapServers(), sources, fetch)) {
      while (!stop.requested()) {
        results.poll(WAIT);
        pipeline.requireHealth();
        feeds.requireHealth();
      }
    }
  }
}
