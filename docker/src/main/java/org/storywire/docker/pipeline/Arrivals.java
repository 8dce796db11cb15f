package org.storywire.docker.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.storywire.docker.spill.SortKey;
import org.storywire.docker.spill.Sorted;
import org.storywire.ingest.ArticleSource;
import org.storywire.ingest.CorpusClock;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.EventTimeOrder;

/**
 * A corpus in the order in which a live system would have received it. It may be larger than the
 * memory.
 */
public final class Arrivals implements AutoCloseable {

  private static final long MOST_BYTES = 64L << 20;

  private final Sorted<Delivery> sorted;

  private Arrivals(Sorted<Delivery> sorted) {
    this.sorted = sorted;
  }

  /**
   * Reads files and directories, dates the undated by the corpus's own clock, and sorts by arrival.
   *
   * @throws UncheckedIOException if a place does not exist or cannot be read
   */
  public static Arrivals read(List<Path> places) {
    return read(places, MOST_BYTES);
  }

  /** As {@link #read(List)}, with about so many bytes of articles in memory. */
  static Arrivals read(List<Path> places, long mostBytes) {
    Clock clock = Clock.systemUTC();
    Sorted<Delivery> sorted = new Sorted<>(DeliveryForm.form(), mostBytes);
    try (ArticleSource source = ArticleSource.open(places, clock)) {
      sort(source, new CorpusClock(clock.instant()), sorted, mostBytes);
      return new Arrivals(sorted);
    } catch (IOException e) {
      sorted.close();
      throw new UncheckedIOException("unable to read input: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      sorted.close();
      throw e;
    }
  }

  /** What comes before the first date waits for it. */
  private static void sort(
      ArticleSource source, CorpusClock clock, Sorted<Delivery> sorted, long mostBytes) {
    try (Sorted<Delivery> undated = new Sorted<>(DeliveryForm.form(), mostBytes)) {
      boolean begun = false;
      while (!begun && source.hasNext()) {
        Delivery next = source.next();
        begun = clock.begins(next);
        undated.add(SortKey.of(0, 0), next);
      }
      try (Stream<Delivery> waited = undated.stream()) {
        waited.forEach(delivery -> add(sorted, clock.set(delivery)));
      }
    }
    source.forEachRemaining(delivery -> add(sorted, clock.set(delivery)));
  }

  private static void add(Sorted<Delivery> sorted, Delivery delivery) {
    Instant turn = EventTimeOrder.of(delivery);
    sorted.add(SortKey.of(turn.getEpochSecond(), turn.getNano()), delivery);
  }

  /**
   * A corpus that fits into memory.
   *
   * @throws UncheckedIOException if a place does not exist or cannot be read
   */
  public static List<Delivery> of(List<Path> places) {
    try (Arrivals arrivals = read(places);
        Stream<Delivery> stream = arrivals.stream()) {
      return stream.toList();
    }
  }

  /** Number of deliveries. */
  public long size() {
    return sorted.size();
  }

  /** The deliveries; close the stream. */
  public Stream<Delivery> stream() {
    return sorted.stream();
  }

  @Override
  public void close() {
    sorted.close();
  }
}
