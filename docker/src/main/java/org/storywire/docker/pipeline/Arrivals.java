package org.storywire.docker.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.storywire.ingest.ArticleSource;
import org.storywire.ingest.CorpusClock;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.EventTimeOrder;

/** A corpus in the order in which a live system would have received it. */
public final class Arrivals {

  private Arrivals() {}

  /**
   * Reads files and directories, dates the undated by the corpus's own clock, and sorts by arrival.
   *
   * @throws UncheckedIOException if a place does not exist or cannot be read
   */
  public static List<Delivery> of(List<Path> places) {
    Clock clock = Clock.systemUTC();
    try {
      List<Delivery> all = ArticleSource.readAll(places, clock);
      return EventTimeOrder.sort(new CorpusClock(clock.instant()).set(all));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read input: " + e.getMessage(), e);
    }
  }
}
