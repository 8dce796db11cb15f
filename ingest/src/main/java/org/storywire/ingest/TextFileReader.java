package org.storywire.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;

/** A text file as one delivery: the whole file is the body, untouched, and there is no title. */
final class TextFileReader implements DeliveryReader {

  /** Longest file that is read [bytes]. */
  static final int LONGEST_FILE = 16 << 20;

  private final InputFile file;
  private final Map<String, String> said;
  private final Clock clock;
  private boolean read;

  /**
   * Reads a file.
   *
   * @param said what the manifest says about the file, by column
   */
  TextFileReader(InputFile file, Map<String, String> said, Clock clock) {
    this.file = file;
    this.said = said;
    this.clock = clock;
  }

  @Override
  public Optional<Delivery> next() throws IOException {
    if (read) {
      return Optional.empty();
    }
    read = true;
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        return bad("file is larger than " + LONGEST_FILE + " bytes, expected one page", bytes);
      }
      return Optional.of(delivery(new String(bytes, StandardCharsets.UTF_8)));
    } catch (EOFException | ZipException e) {
      return bad("compressed data is cut off or damaged: " + e.getMessage(), new byte[0]);
    }
  }

  private Delivery delivery(String body) {
    Map<String, String> rest = new TreeMap<>(said);
    return new GivenArticle(
            Optional.of(file.stem()),
            Optional.ofNullable(rest.remove("published")),
            Optional.ofNullable(rest.remove("received")),
            Optional.ofNullable(rest.remove("source")),
            Optional.ofNullable(rest.remove("url")),
            Optional.empty(),
            body,
            rest)
        .toDelivery(file.name(), clock);
  }

  private Optional<Delivery> bad(String reason, byte[] bytes) {
    return Optional.of(Delivery.Bad.of(file.name(), 1, reason, bytes));
  }

  @Override
  public void close() {
    // The file is closed when it has been read.
  }
}
