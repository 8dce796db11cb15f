package org.storywire.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.storywire.ingest.agency.AgencyReader;
import org.storywire.ingest.page.PageExtractor;

/**
 * Deliveries of files and directories, read as they are asked for, in the order in which the places
 * are given and, within a directory, in name order.
 *
 * <p>A file is read by its name: {@code .jsonl}, {@code .json} and {@code .ndjson} as JSON lines, a
 * {@code .json} of an agency as ninjs, {@code .xml} as NewsML-G2 or NITF, {@code .html} and {@code
 * .htm} as one HTML page each, {@code .txt} and {@code .text} as one page of text each, {@code
 * .warc} and {@code .arc} as web archives, all of them also with {@code .gz} after it. Other files
 * of a directory are not read; a file that is itself given is then read as a page of text.
 *
 * <p>Bad content becomes a {@link Delivery.Bad}; a file that cannot be read ends the run with an
 * {@link UncheckedIOException}.
 */
public final class ArticleSource implements Iterator<Delivery>, AutoCloseable {

  /** The place that stands for standard input, read as JSON lines. */
  public static final Path STANDARD_INPUT = Path.of("-");

  /** Bytes of a JSON file that tell what it holds. */
  private static final int HEAD = 1 << 20;

  private final PageExtractor extractor = new PageExtractor();
  private final Deque<InputFile> files = new ArrayDeque<>();
  private final Map<Path, Manifest> manifests = new HashMap<>();
  private final InputStream standardInput;
  private final Clock clock;
  private InputFile current;
  private Optional<DeliveryReader> reader = Optional.empty();
  private Optional<Delivery> upcoming = Optional.empty();

  private ArticleSource(InputStream standardInput, Clock clock) {
    this.standardInput = standardInput;
    this.clock = clock;
  }

  /**
   * Finds the files of some places; their contents are read later.
   *
   * @param places files, directories, or {@link #STANDARD_INPUT}
   * @param clock gives the receipt of articles that state none
   * @throws IOException if a place does not exist or a directory cannot be listed
   */
  public static ArticleSource open(List<Path> places, Clock clock) throws IOException {
    return open(places, System.in, clock);
  }

  /** As {@link #open(List, Clock)}, with another standard input. */
  static ArticleSource open(List<Path> places, InputStream standardInput, Clock clock)
      throws IOException {
    ArticleSource source = new ArticleSource(standardInput, clock);
    for (Path place : places) {
      if (place.equals(STANDARD_INPUT)) {
        source.files.add(new InputFile(place, "-", InputFile.Kind.JSON_LINES));
      } else {
        source.files.addAll(InputFiles.of(place));
      }
    }
    return source;
  }

  /** Deliveries of files that were found already. */
  static ArticleSource of(List<InputFile> files, Clock clock) {
    ArticleSource source = new ArticleSource(InputStream.nullInputStream(), clock);
    source.files.addAll(files);
    return source;
  }

  /**
   * All deliveries of some places at once, for a replay.
   *
   * @throws IOException if a place does not exist or cannot be read
   */
  public static List<Delivery> readAll(List<Path> places, Clock clock) throws IOException {
    List<Delivery> all = new ArrayList<>();
    try (ArticleSource source = open(places, clock)) {
      source.forEachRemaining(all::add);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e.getCause());
    }
    return all;
  }

  @Override
  public boolean hasNext() {
    while (upcoming.isEmpty() && (reader.isPresent() || !files.isEmpty())) {
      advance();
    }
    return upcoming.isPresent();
  }

  @Override
  public Delivery next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no deliveries left");
    }
    Delivery next = upcoming.orElseThrow();
    upcoming = Optional.empty();
    return next;
  }

  private void advance() {
    try {
      if (reader.isEmpty()) {
        current = files.remove();
        reader = Optional.of(readerOf(current));
      }
      upcoming = reader.get().next();
      if (upcoming.isEmpty()) {
        close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + current.path() + ": " + e.getMessage(), e);
    }
  }

  private DeliveryReader readerOf(InputFile file) throws IOException {
    if (file.path().equals(STANDARD_INPUT)) {
      return new JsonLinesReader(file.name(), () -> standardInput, clock);
    }
    return switch (file.kind()) {
      case JSON_LINES ->
          isNinjs(file)
              ? new AgencyFileReader(file, true, clock)
              : new JsonLinesReader(file.name(), file::open, clock);
      case AGENCY_XML -> new AgencyFileReader(file, false, clock);
      case ARCHIVE -> new ArchiveReader(file, extractor, clock);
      case HTML -> new PageFileReader(file, said(file), extractor, clock);
      case MANIFEST -> new ListReader(manifestBeside(file).bad());
      case TEXT, OTHER -> new TextFileReader(file, said(file), clock);
    };
  }

  private static boolean isNinjs(InputFile file) throws IOException {
    if (!file.mayBeNinjs()) {
      return false;
    }
    try (InputStream in = file.open()) {
      return AgencyReader.looksLikeNinjs(in.readNBytes(HEAD));
    } catch (EOFException | ZipException e) {
      // The reader of lines tells what is wrong with it.
      return false;
    }
  }

  private Map<String, String> said(InputFile file) throws IOException {
    return manifestBeside(file).row(file.path().getFileName().toString());
  }

  private Manifest manifestBeside(InputFile file) throws IOException {
    Path directory = file.path().toAbsolutePath().getParent();
    Manifest known = manifests.get(directory);
    if (known == null) {
      String prefix = file.name().substring(0, file.name().lastIndexOf('/') + 1);
      known = Manifest.of(directory, prefix + Manifest.NAME);
      manifests.put(directory, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      DeliveryReader open = reader.get();
      reader = Optional.empty();
      open.close();
    }
  }

  /** Deliveries that are known already. */
  private static final class ListReader implements DeliveryReader {
    private final Iterator<Delivery> deliveries;

    ListReader(List<Delivery> deliveries) {
      this.deliveries = deliveries.iterator();
    }

    @Override
    public Optional<Delivery> next() {
      return deliveries.hasNext() ? Optional.of(deliveries.next()) : Optional.empty();
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }
}
