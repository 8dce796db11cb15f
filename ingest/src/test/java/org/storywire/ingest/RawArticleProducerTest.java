package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;

class RawArticleProducerTest {

  private static final Delivery.Bad BAD =
      Delivery.Bad.of(
          "feed.jsonl", 12, "line is not JSON", "oops \u00e9".getBytes(StandardCharsets.UTF_8));

  private final MockProducer<String, byte[]> kafka = mock(true);

  @Test
  void shouldBeKeyedBySourceAtEventTimeWhenArticleIsSent() {
    // Given
    Delivery.Found delivery = Deliveries.found("a", "2026-12-24", "2026-03-04T10:00:00Z");

    // When
    producer(kafka, SendObserver.NONE).send(delivery);

    // Then
    ProducerRecord<String, byte[]> record = kafka.history().get(0);
    assertThat(record.topic()).isEqualTo("news.raw-articles.v1");
    assertThat(record.key()).isEqualTo("harbour-post.example");
    assertThat(record.timestamp()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z").toEpochMilli());
    assertThat(read(record)).isEqualTo(delivery.article());
  }

  @Test
  void shouldMirrorIdsInHeadersWhenArticleIsSent() {
    // Given
    Delivery.Found delivery = Deliveries.found("a", "2026-03-04", null);
    delivery.article().setSource("Coast Wire/é");

    // When
    producer(kafka, SendObserver.NONE).send(delivery);

    // Then
    RawArticle article = delivery.article();
    assertThat(headers(kafka.history().get(0)))
        .isEqualTo(
            Map.of(
                "traceparent",
                "00-" + article.getTraceId() + "-" + article.getEventId().substring(0, 16) + "-01",
                "ce_specversion",
                "1.0",
                "ce_id",
                article.getEventId(),
                "ce_source",
                "/sources/Coast%20Wire%2F%C3%A9",
                "ce_type",
                "org.storywire.news.RawArticle",
                "ce_time",
                "2026-03-04T00:00:00Z"));
  }

  @Test
  void shouldGoToDeadLettersWithOriginalBytesWhenDeliveryIsBad() {
    // When
    producer(kafka, SendObserver.NONE).send(BAD);

    // Then
    ProducerRecord<String, byte[]> record = kafka.history().get(0);
    assertThat(record.topic()).isEqualTo("news.dead-letters.v1");
    assertThat(record.key()).isNull();
    assertThat(record.value()).isEqualTo("oops \u00e9".getBytes(StandardCharsets.UTF_8));
    assertThat(headers(record))
        .isEqualTo(
            Map.of(
                "storywire.errors.stage", "ingest",
                "storywire.errors.file", "feed.jsonl",
                "storywire.errors.line", "12",
                "storywire.errors.message", "line is not JSON"));
  }

  @Test
  void shouldCountWhatIsAcknowledgedWhenFlushed() {
    // Given
    RawArticleProducer producer = producer(kafka, SendObserver.NONE);
    producer.send(Deliveries.found("a", "2026-03-04", null));
    producer.send(BAD);
    producer.send(Deliveries.found("b", "2026-03-04", null));

    // When
    IngestCounts counts = producer.flush();

    // Then
    assertThat(counts).isEqualTo(new IngestCounts(3, 2, 1));
    assertThat(counts).hasToString("read 3, sent 2, bad 1");
  }

  @Test
  void shouldTellObserverEachSendWhenFed() {
    // Given
    List<String> seen = new ArrayList<>();
    SendObserver observer =
        new SendObserver() {
          @Override
          public void sending(String eventId, long nanoTime) {
            seen.add(eventId + " at " + nanoTime);
          }

          @Override
          public void progress(IngestCounts counts) {
            seen.add(counts.toString());
          }
        };
    Delivery.Found delivery = Deliveries.found("a", "2026-03-04", null);
    RawArticleProducer producer = producer(kafka, observer);

    // When
    producer.send(delivery);
    producer.send(BAD);

    // Then
    assertThat(seen)
        .containsExactly(
            delivery.article().getEventId() + " at 77",
            "read 1, sent 1, bad 0",
            "read 2, sent 1, bad 1");
  }

  @Test
  void shouldStopWithCauseWhenBrokerIsLost() {
    // Given
    MockProducer<String, byte[]> slow = mock(false);
    RawArticleProducer producer = producer(slow, SendObserver.NONE);
    producer.send(Deliveries.found("a", "2026-03-04", null));
    TimeoutException lost = new TimeoutException("expired after 120000 ms");
    slow.errorNext(lost);

    // When / Then
    assertThatThrownBy(() -> producer.send(Deliveries.found("b", "2026-03-04", null)))
        .isInstanceOf(KafkaException.class)
        .hasMessage(
            "unable to send article a of feed.jsonl:1 to news.raw-articles.v1:"
                + " expired after 120000 ms")
        .hasCause(lost);
    assertThatThrownBy(producer::flush).hasCause(lost);
  }

  @Test
  void shouldStopWhenDeadLetterCannotBeSent() {
    // Given
    MockProducer<String, byte[]> slow = mock(false);
    RawArticleProducer producer = producer(slow, SendObserver.NONE);
    producer.send(BAD);
    slow.errorNext(new TimeoutException("expired"));

    // When / Then
    assertThatThrownBy(producer::flush)
        .hasMessage(
            "unable to send dead letter of feed.jsonl line 12 to news.dead-letters.v1: expired");
  }

  @Test
  void shouldGoToDeadLettersWhenArticleIsTooLarge() {
    // Given
    MockProducer<String, byte[]> slow = mock(false);
    RawArticleProducer producer = producer(slow, SendObserver.NONE);
    producer.send(Deliveries.found("a", "2026-03-04", null));
    slow.errorNext(new RecordTooLargeException("9 MiB, expected 8"));

    // When
    producer.send(Deliveries.found("b", "2026-03-04", null));
    IngestCounts counts = producer.flush();

    // Then
    assertThat(counts).isEqualTo(new IngestCounts(2, 1, 1));
    ProducerRecord<String, byte[]> letter = slow.history().get(2);
    assertThat(letter.topic()).isEqualTo("news.dead-letters.v1");
    assertThat(letter.key()).isEqualTo("harbour-post.example");
    assertThat(read(letter).getNativeId()).isEqualTo("a");
    assertThat(headers(letter)).containsEntry("storywire.errors.message", "9 MiB, expected 8");
  }

  @Test
  void shouldCloseKafkaProducerWhenClosed() {
    // When
    producer(kafka, SendObserver.NONE).close();

    // Then
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void shouldNameTopicAndBrokerWhenBrokerCannotBeReached() {
    // Given
    IngestConfig config =
        IngestConfig.from(
            Map.of("ingest.bootstrap-server", "localhost:1", "kafka.max.block.ms", "50"));

    // When / Then
    assertThatThrownBy(() -> RawArticleProducer.open(config, SendObserver.NONE))
        .isInstanceOf(KafkaException.class)
        .hasMessageStartingWith("unable to reach topic news.raw-articles.v1 at localhost:1: ");
  }

  private static MockProducer<String, byte[]> mock(boolean autoComplete) {
    return new MockProducer<>(
        autoComplete,
        new RoundRobinPartitioner(),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static RawArticleProducer producer(
      MockProducer<String, byte[]> kafka, SendObserver observer) {
    return new RawArticleProducer(kafka, IngestConfig.defaults(), observer, Pace.of(0), () -> 77L);
  }

  private static RawArticle read(ProducerRecord<String, byte[]> record) {
    return NewsSerdes.rawArticle().deserializer().deserialize(record.topic(), record.value());
  }

  private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }
}
