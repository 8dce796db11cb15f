package org.storywire.processor.app.redrive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record of the dead-letter topic, by its headers: a letter of the processor, which names the
 * topic it came from; one of ingest, which does not; or a receipt that says a letter was redriven.
 */
record Letter(ConsumerRecord<byte[], byte[]> letter) {

  /** Header of a redriven record, and of the letter it may become again: which letter it was. */
  static final String REDRIVEN = "storywire.redriven";

  /** Header of a receipt in the dead-letter topic: which letter was redriven. */
  static final String RECEIPT = "storywire.redriven-letter";

  private static final String CUT = "storywire.errors.cut";
  private static final String ERRORS = "__streams.errors.";

  /** Where the letter stands in the dead-letter topic: partition, colon, offset. */
  String id() {
    return letter.partition() + ":" + letter.offset();
  }

  /** The letter that this receipt is for; empty if this is no receipt. */
  Optional<String> receiptOf() {
    return header(RECEIPT);
  }

  /** The letter that this one was before it was redriven; empty if it never was. */
  Optional<String> redrivenBefore() {
    return header(REDRIVEN);
  }

  /** Topic that the record came from; empty if ingest wrote the letter. */
  Optional<String> origin() {
    return header(ERRORS + "topic");
  }

  /** Simple name of the exception; {@code ingest} for a letter of ingest. */
  String cause() {
    return header(ERRORS + "exception")
        .map(name -> name.replaceAll("^.*[.$]", ""))
        .orElse("ingest");
  }

  /** What the exception said. */
  String message() {
    return header(ERRORS + "message").or(() -> header("storywire.errors.message")).orElse("");
  }

  /** Whether the letter holds all of its record; what was cut cannot be sent back. */
  boolean isWhole() {
    return header(CUT).isEmpty();
  }

  /** Id of the delivery, as ingest put it into the headers. */
  Optional<String> eventId() {
    return header("ce_id");
  }

  /** Headers of the record as it was, and one that says which letter it was meanwhile. */
  List<Header> headersToSend() {
    List<Header> headers =
        new java.util.ArrayList<>(
            StreamSupport.stream(letter.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(ERRORS))
                .filter(header -> !header.key().equals(REDRIVEN))
                .toList());
    headers.add(new RecordHeader(REDRIVEN, id().getBytes(StandardCharsets.UTF_8)));
    return headers;
  }

  /** One line for a person: which letter, from where, what it died of. */
  @Override
  public String toString() {
    return id()
        + " "
        + origin().orElse("ingest")
        + " "
        + cause()
        + " key="
        + printable(letter.key() == null ? "none" : text(letter.key()))
        + " bytes="
        + (letter.value() == null ? 0 : letter.value().length)
        + " "
        + printable(message());
  }

  private Optional<String> header(String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(text(header.value()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 200 ? line.substring(0, 199) + "…" : line;
  }
}
