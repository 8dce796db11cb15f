package org.storywire.docker.spill;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.storywire.docker.broker.Directories;

/**
 * Records in the order of their keys, those of one key in the order in which they came. Holds so
 * many bytes of them in memory and the rest in sorted files, one each time the memory was full; the
 * files are merged as they are read. Not thread-safe.
 *
 * <p>May be read several times, and added to in between. Reading keeps all its files open, so that
 * a thousand times the memory is about what it is good for.
 */
public final class Sorted<T> implements AutoCloseable {

  /** What a key and its place in a list take beside the record [bytes]. */
  private static final int OVERHEAD = 100;

  private static final Comparator<Run<?>> NEXT =
      Comparator.<Run<?>, SortKey>comparing(Run::key).thenComparingInt(Run::number);

  /** A record with its key. */
  record Keyed<T>(SortKey key, T value) {}

  private final Form<T> form;
  private final long mostBytes;
  private final List<Path> files = new ArrayList<>();
  private final List<Keyed<T>> held = new ArrayList<>();
  private Optional<Path> directory = Optional.empty();
  private long heldBytes;
  private long size;

  /**
   * Holds nothing yet.
   *
   * @param mostBytes so much of the records stays in memory, and one record more
   */
  public Sorted(Form<T> form, long mostBytes) {
    this.form = form;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes a record.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  public void add(SortKey key, T value) {
    held.add(new Keyed<>(key, value));
    heldBytes += OVERHEAD + 2L * key.text().length() + form.size().applyAsInt(value);
    size++;
    if (heldBytes > mostBytes) {
      spill();
    }
  }

  private void spill() {
    sortHeld();
    Path place = directory.orElseGet(() -> Directories.temporary("sort"));
    directory = Optional.of(place);
    Path file = place.resolve("run-" + files.size());
    Run.write(file, held, form);
    files.add(file);
    held.clear();
    heldBytes = 0;
  }

  /** Records that were added. */
  public long size() {
    return size;
  }

  /** Records that are in memory. */
  int held() {
    return held.size();
  }

  /**
   * All records in their order. Close the stream, and add nothing before that.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  public Stream<T> stream() {
    sortHeld();
    List<Run<T>> runs = new ArrayList<>();
    files.forEach(file -> runs.add(Run.of(file, form, runs.size())));
    runs.add(Run.of(held, runs.size()));
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(merge(runs), Spliterator.ORDERED), false)
        .onClose(() -> runs.forEach(Run::close));
  }

  private void sortHeld() {
    held.sort(Comparator.comparing(Keyed::key));
  }

  private static <T> Iterator<T> merge(List<Run<T>> runs) {
    PriorityQueue<Run<T>> open = new PriorityQueue<>(NEXT);
    runs.stream().filter(Run::advance).forEach(open::add);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !open.isEmpty();
      }

      @Override
      public T next() {
        Run<T> first = open.remove();
        T value = first.value();
        if (first.advance()) {
          open.add(first);
        }
        return value;
      }
    };
  }

  /** Forgets everything and deletes the files. */
  @Override
  public void close() {
    held.clear();
    files.clear();
    directory.ifPresent(Directories::delete);
  }
}
