package org.storywire.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** JSON lines as deliveries; blank lines are passed over. */
final class JsonLinesReader implements DeliveryReader {

  /** Longest line that is read [bytes]. */
  static final int LONGEST_LINE = 16 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final LineReader lines;
  private final Clock clock;

  /**
   * Reads a stream and closes it in the end.
   *
   * @param file how the stream is called in origins and errors
   */
  JsonLinesReader(String file, LineReader.Opener in, Clock clock) {
    this.file = file;
    this.lines = new LineReader(in, LONGEST_LINE);
    this.clock = clock;
  }

  @Override
  public Optional<Delivery> next() throws IOException {
    Optional<LineReader.Line> line = lines.next();
    while (line.isPresent()) {
      Optional<Delivery> delivery = delivery(line.get());
      if (delivery.isPresent()) {
        return delivery;
      }
      line = lines.next();
    }
    return Optional.empty();
  }

  private Optional<Delivery> delivery(LineReader.Line line) {
    if (line.problem().isPresent()) {
      return Optional.of(bad(line, line.problem().get()));
    }
    String text = text(line);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      String origin = file + ":" + line.number();
      return Optional.of(JsonArticle.parse(text).toDelivery(origin, clock));
    } catch (JsonArticle.NotAnArticle e) {
      return Optional.of(bad(line, "line " + e.getMessage()));
    }
  }

  private Delivery bad(LineReader.Line line, String reason) {
    return Delivery.Bad.of(file, line.number(), reason, line.bytes().get());
  }

  private static String text(LineReader.Line line) {
    String text = new String(line.bytes().get(), StandardCharsets.UTF_8);
    return line.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
