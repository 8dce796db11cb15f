package org.storywire.processor.streams;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.storywire.processor.text.Hashing;

/**
 * Headers of an outgoing event: W3C trace context and CloudEvents 1.0 attributes. They mirror what
 * the value carries, because headers do not survive state.
 */
final class EventHeaders {

  private EventHeaders() {}

  /**
   * Headers for one event.
   *
   * @param traceId 32 hex digits, or empty if no delivery caused the event
   */
  static Headers of(String type, String eventId, String traceId, String subject, Instant time) {
    RecordHeaders headers = new RecordHeaders();
    if (traceId.length() == 32) {
      put(headers, "traceparent", "00-" + traceId + "-" + spanId(eventId) + "-01");
    }
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", eventId);
    put(headers, "ce_type", type);
    put(headers, "ce_source", "storywire/processor");
    put(headers, "ce_subject", subject);
    put(headers, "ce_time", time.toString());
    return headers;
  }

  private static String spanId(String eventId) {
    return HexFormat.of().toHexDigits(Hashing.hash64(eventId) | 1L);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
