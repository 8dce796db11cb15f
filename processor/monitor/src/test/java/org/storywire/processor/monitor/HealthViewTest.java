package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class HealthViewTest {

  private final HealthView health =
      new HealthView(Clock.fixed(Samples.NOON.plusSeconds(30), ZoneOffset.UTC));

  @Test
  void shouldCallSourceSilentWhenItIsQuietForMuchLongerThanUsual() {
    // Given one source that speaks every ten minutes and stops, and one that speaks every six hours
    for (int i = 0; i < 5; i++) {
      health.article("often.example", Samples.NOON.minusSeconds(36_000 - i * 600L));
      health.article("seldom.example", Samples.NOON.minus(Duration.ofHours(6L * (5 - i))));
    }

    // When
    health.update(Samples.NOON);

    // Then
    JsonNode sources = written().get("sources");
    assertThat(sources.get(0).get("source").asText()).isEqualTo("often.example");
    assertThat(sources.get(0).get("silent").asBoolean()).isTrue();
    assertThat(sources.get(1).get("silent").asBoolean()).isFalse();
  }

  @Test
  void shouldTellLagAndRateWhenFeedIsRead() {
    // Given
    for (int i = 0; i < 120; i++) {
      health.article("a.example", Samples.NOON);
    }

    // When
    health.update(Samples.NOON);

    // Then
    JsonNode written = written();
    assertThat(written.get("articlesPerSecond").asDouble()).isEqualTo(2);
    assertThat(written.get("eventLagMs").asLong()).isEqualTo(30_000);
    assertThat(written.get("newestUpdateAgeMs").asLong()).isZero();
  }

  @Test
  void shouldCountByCauseWhenDeadLettersComeFromStreamsAndIngest() {
    // Given
    var ofStreams =
        letter(
            Map.of(
                "__streams.errors.exception", "org.example.BadPage",
                "__streams.errors.message", "no text",
                "__streams.errors.topic", "news.raw-articles.v1",
                "__streams.errors.partition", "3",
                "__streams.errors.offset", "7"));
    var ofIngest =
        letter(
            Map.of(
                "storywire.errors.stage", "ingest",
                "storywire.errors.file", "feed.jsonl",
                "storywire.errors.line", "12",
                "storywire.errors.message", "not JSON"));

    // When
    health.deadLetter(ofStreams);
    health.deadLetter(ofIngest);
    health.deadLetter(letter(Map.of()));

    // Then
    JsonNode letters = written().get("deadLetters");
    assertThat(letters.get("byCause").toString())
        .isEqualTo("{\"BadPage\":1,\"ingest\":1,\"unknown\":1}");
    assertThat(letters.get("newest").get(1).get("topic").asText()).isEqualTo("feed.jsonl");
    assertThat(letters.get("newest").get(1).get("place").asText()).isEqualTo("12");
    assertThat(letters.get("newest").get(2).get("place").asText()).isEqualTo("3:7");
    assertThat(letters.get("newest").get(0).get("excerpt").asText()).isEqualTo("bad \uFFFDbytes");
  }

  private JsonNode written() {
    byte[] json =
        MonitorJson.bytes(
            generator -> {
              generator.writeStartObject();
              health.fields(generator);
              generator.writeEndObject();
            });
    return Http.json(new String(json, StandardCharsets.UTF_8));
  }

  private static ConsumerRecord<byte[], byte[]> letter(Map<String, String> errors) {
    RecordHeaders headers = new RecordHeaders();
    errors.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        "news.dead-letters.v1",
        0,
        1,
        Samples.NOON.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        9,
        new byte[0],
        "bad \u0001bytes".getBytes(StandardCharsets.UTF_8),
        headers,
        Optional.empty());
  }
}
