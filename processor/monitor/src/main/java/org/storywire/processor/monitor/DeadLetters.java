package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What could not be processed, by cause, and the newest of it. Bounded; not thread-safe. */
final class DeadLetters {

  /** Header of a receipt: not a letter, but word that one was sent back. */
  private static final String RECEIPT = "storywire.redriven-letter";

  private static final int MOST_CAUSES = 100;
  private static final int MOST_LETTERS = 20;
  private static final int LONGEST_EXCERPT = 400;

  /** What could not be processed: {@code topic} is a topic or a file, {@code place} where in it. */
  private record Letter(
      Instant at,
      String cause,
      String message,
      String topic,
      String place,
      String key,
      String excerpt) {}

  private final Map<String, Long> causes = new LinkedHashMap<>();
  private final Deque<Letter> letters = new ArrayDeque<>();

  /** Counts a letter and keeps it while it is among the newest. */
  void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.headers().lastHeader(RECEIPT) != null) {
      return;
    }
    Letter letter = letter(record);
    if (causes.containsKey(letter.cause()) || causes.size() < MOST_CAUSES) {
      causes.merge(letter.cause(), 1L, Long::sum);
    }
    letters.addFirst(letter);
    if (letters.size() > MOST_LETTERS) {
      letters.removeLast();
    }
  }

  /** Writes the field {@code deadLetters} into an object that is open. */
  void field(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("deadLetters");
    json.writeObjectFieldStart("byCause");
    for (var cause : causes.entrySet()) {
      json.writeNumberField(cause.getKey(), cause.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("newest");
    for (Letter letter : letters) {
      json.writeStartObject();
      json.writeStringField("at", letter.at().toString());
      json.writeStringField("cause", letter.cause());
      json.writeStringField("message", letter.message());
      json.writeStringField("topic", letter.topic());
      json.writeStringField("place", letter.place());
      json.writeStringField("key", letter.key());
      json.writeStringField("excerpt", letter.excerpt());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Kafka Streams and ingest say in headers of their own what went wrong, and where. */
  private static Letter letter(ConsumerRecord<byte[], byte[]> record) {
    String exception = header(record, "__streams.errors.exception", 200);
    boolean streams = !exception.isEmpty();
    String stage = header(record, "storywire.errors.stage", 100);
    String cause = streams ? exception.replaceAll("^.*[.$]", "") : stage;
    String place =
        streams
            ? header(record, "__streams.errors.partition", 20)
                + ":"
                + header(record, "__streams.errors.offset", 20)
            : header(record, "storywire.errors.line", 20);
    return new Letter(
        Instant.ofEpochMilli(record.timestamp()),
        cause.isEmpty() ? "unknown" : cause,
        header(
            record,
            streams ? "__streams.errors.message" : "storywire.errors.message",
            LONGEST_EXCERPT),
        header(record, streams ? "__streams.errors.topic" : "storywire.errors.file", 200),
        place,
        excerpt(record.key(), 200),
        excerpt(record.value(), LONGEST_EXCERPT));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name, int longest) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : excerpt(header.value(), longest);
  }

  private static String excerpt(byte[] bytes, int longest) {
    if (bytes == null) {
      return "";
    }
    int length = Math.min(bytes.length, 4 * longest);
    return SafeText.of(new String(bytes, 0, length, StandardCharsets.UTF_8), longest);
  }
}
