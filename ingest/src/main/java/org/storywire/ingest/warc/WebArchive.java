package org.storywire.ingest.warc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/** The records of a web archive, in order. Compression is told by content. Not thread-safe. */
public final class WebArchive implements Closeable {

  /** Longest body that is read [bytes]; what follows is cut off. */
  public static final int LONGEST_BODY = 16 << 20;

  private final InputStream in;
  private final WarcReader reader;
  private boolean ended;

  /**
   * Opens an archive and closes its stream in the end.
   *
   * @throws IOException if the stream cannot be read, or begins like no archive
   */
  public WebArchive(InputStream in) throws IOException {
    this.in = in;
    this.reader = new WarcReader(Channels.newChannel(in));
    reader.setLenient(true);
  }

  /**
   * The next record; empty at the end. After damage that hides where the next record begins, the
   * archive ends.
   */
  public Optional<ArchiveRecord> next() {
    if (ended) {
      return Optional.empty();
    }
    Optional<WarcRecord> record;
    try {
      record = reader.next();
    } catch (IOException | RuntimeException e) {
      // jwarc lets exceptions of its parsers through: what they are differs with the damage.
      ended = true;
      return Optional.of(damaged("archive", e));
    }
    if (record.isEmpty()) {
      ended = true;
      return Optional.empty();
    }
    return Optional.of(read(record.get()));
  }

  private ArchiveRecord read(WarcRecord record) {
    try {
      if (record instanceof WarcResponse response) {
        return answer(response);
      }
      if (record instanceof WarcResource resource) {
        return new ArchiveRecord.Answer(
            address(resource),
            date(resource),
            Optional.empty(),
            resource.headers().first("Content-Type"),
            bytes(resource.body()),
            reader.position());
      }
      return new ArchiveRecord.Other(record.type());
    } catch (IOException | RuntimeException e) {
      return damaged("record", e);
    }
  }

  private ArchiveRecord answer(WarcResponse response) throws IOException {
    HttpResponse http = response.http();
    String coding = http.headers().first("Content-Encoding").orElse("");
    return new ArchiveRecord.Answer(
        address(response),
        date(response),
        Optional.of(http.status()),
        http.headers().first("Content-Type"),
        ContentCoding.undo(bytes(http.body()), coding, LONGEST_BODY),
        reader.position());
  }

  private static String address(WarcRecord record) {
    String address = record.headers().first("WARC-Target-URI").orElse("").strip();
    boolean inBrackets = address.startsWith("<") && address.endsWith(">");
    return inBrackets ? address.substring(1, address.length() - 1) : address;
  }

  private static Optional<Instant> date(WarcRecord record) {
    try {
      return record
          .headers()
          .first("WARC-Date")
          .map(text -> OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(MessageBody body) throws IOException {
    return body.stream().readNBytes(LONGEST_BODY);
  }

  private ArchiveRecord damaged(String what, Exception cause) {
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ArchiveRecord.Damaged(what + " is damaged: " + message, reader.position());
  }

  @Override
  public void close() throws IOException {
    reader.close();
    in.close();
  }
}
