package org.storywire.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** A file that is read at once, up to a limit, and gives one or more deliveries. */
abstract class WholeFile implements DeliveryReader {

  /** Longest file that is read [bytes]. */
  static final int LONGEST_FILE = 16 << 20;

  private final InputFile file;
  private final Deque<Delivery> deliveries = new ArrayDeque<>();
  private boolean read;

  WholeFile(InputFile file) {
    this.file = file;
  }

  @Override
  public final Optional<Delivery> next() throws IOException {
    if (!read) {
      read = true;
      deliveries.addAll(read());
    }
    return Optional.ofNullable(deliveries.poll());
  }

  private List<Delivery> read() throws IOException {
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        return List.of(
            bad("file is larger than " + LONGEST_FILE + " bytes, expected one page", bytes));
      }
      return deliveries(bytes);
    } catch (EOFException | ZipException e) {
      return List.of(bad("compressed data is cut off or damaged: " + e.getMessage(), new byte[0]));
    }
  }

  /** The deliveries of the file's content, in order, not none. */
  abstract List<Delivery> deliveries(byte[] bytes);

  final Delivery bad(String reason, byte[] bytes) {
    return Delivery.Bad.of(file.name(), 1, reason, bytes);
  }

  @Override
  public final void close() {
    // The file is closed when it has been read.
  }
}
