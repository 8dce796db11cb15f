package org.storywire.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.kafka.common.utils.Bytes;

/** Lines of a stream as bytes, of which no more than a limit is ever held. */
final class LineReader implements Closeable {

  /**
   * A line without its end.
   *
   * @param number [1..]
   * @param bytes the line, or as much as could be read or held
   * @param problem why it is not whole
   */
  record Line(long number, Bytes bytes, Optional<String> problem) {}

  /** Opens the stream at the first line, so that a damaged header shows as any other damage. */
  interface Opener {
    InputStream open() throws IOException;
  }

  private final Opener opener;
  private InputStream in = InputStream.nullInputStream();
  private boolean open;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;
  private long number;
  private boolean ended;

  /**
   * Reads a stream and closes it in the end.
   *
   * @param longest longest line that is held [bytes]
   */
  LineReader(Opener opener, int longest) {
    this.opener = opener;
    this.longest = longest;
  }

  /**
   * The next line; empty at the end. The end of a compressed stream that is cut off or damaged is a
   * line with a problem, the last.
   */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    try {
      while (fill()) {
        int end = next;
        while (end < filled && buffer[end] != '\n') {
          end++;
        }
        int room = Math.min(end - next, longest - line.size());
        line.write(buffer, next, room);
        length += end - next;
        boolean complete = end < filled;
        next = complete ? end + 1 : end;
        if (complete) {
          return Optional.of(line(line, length));
        }
      }
    } catch (EOFException | ZipException e) {
      ended = true;
      String problem = "compressed data is cut off or damaged: " + e.getMessage();
      return Optional.of(new Line(++number, Bytes.wrap(line.toByteArray()), Optional.of(problem)));
    }
    return length == 0 ? Optional.empty() : Optional.of(line(line, length));
  }

  private Line line(ByteArrayOutputStream held, long length) {
    number++;
    byte[] bytes = held.toByteArray();
    if (length > longest) {
      String problem = "line of " + length + " bytes, expected at most " + longest;
      return new Line(number, Bytes.wrap(bytes), Optional.of(problem));
    }
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return new Line(
        number,
        Bytes.wrap(carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes),
        Optional.empty());
  }

  private boolean fill() throws IOException {
    if (next < filled) {
      return true;
    }
    if (ended) {
      return false;
    }
    if (!open) {
      open = true;
      in = opener.open();
    }
    next = 0;
    filled = 0; // and stays so if the read fails
    filled = Math.max(in.read(buffer), 0);
    ended = filled == 0;
    return !ended;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
