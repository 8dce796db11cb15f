package org.storywire.docker.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/**
 * What a dead letter tells. Letters of ingest carry file and line in headers; those of the
 * processor carry Kafka Streams' error headers, and their bytes are often a readable raw article.
 *
 * @param key key of the record it was; empty if it had none
 * @param eventId delivery it was; empty if that cannot be told
 * @param stage who wrote it: {@code ingest} or {@code processor}
 * @param reason why it could not be processed
 * @param origin file and line of the input; empty if unknown
 * @param bytes length of the original bytes
 */
public record DeadLetter(
    String key, String eventId, String stage, String reason, String origin, int bytes) {

  private static final String INGEST = "storywire.errors.";
  private static final String STREAMS = "__streams.errors.";

  /** Whether the feed itself could not read what it was given. */
  static boolean isOfIngest(ConsumerRecord<byte[], byte[]> letter) {
    return letter.headers().lastHeader(INGEST + "stage") != null;
  }

  /** Reads headers and, where they help, the value. */
  public static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
    String key = letter.key() == null ? "" : new String(letter.key(), StandardCharsets.UTF_8);
    int bytes = letter.value() == null ? 0 : letter.value().length;
    if (isOfIngest(letter)) {
      String file = header(letter, INGEST + "file");
      String line = header(letter, INGEST + "line");
      // An article that Kafka refused stands under its origin, which tells the line already.
      String origin = line.equals("0") ? file : file + " line " + line;
      return new DeadLetter(key, "", "ingest", header(letter, INGEST + "message"), origin, bytes);
    }
    Optional<RawArticle> article = rawArticle(letter);
    String byHeader = header(letter, "ce_id");
    String eventId = byHeader.isEmpty() ? article.map(RawArticle::getEventId).orElse("") : byHeader;
    return new DeadLetter(
        key,
        eventId,
        "processor",
        header(letter, STREAMS + "message"),
        article.map(RawArticle::getOrigin).orElse(""),
        bytes);
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Optional<RawArticle> rawArticle(ConsumerRecord<byte[], byte[]> letter) {
    try {
      return Optional.ofNullable(
          NewsSerdes.rawArticle()
              .deserializer()
              .deserialize(NewsTopics.RAW_ARTICLES, letter.value()));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }
}
