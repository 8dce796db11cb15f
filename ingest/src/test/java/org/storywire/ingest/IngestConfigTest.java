package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

  @Test
  void shouldTakeSettingsOverDefaultsWhenGiven() {
    // When
    IngestConfig config =
        IngestConfig.from(
            Map.of(
                "ingest.bootstrap-server", "a:1,b:2",
                "ingest.rate", " 2.5 ",
                "kafka.linger.ms", "50",
                "story.window", "P1D"));

    // Then
    assertThat(config)
        .isEqualTo(
            new IngestConfig(
                "a:1,b:2",
                "news.raw-articles.v1",
                "news.dead-letters.v1",
                2.5,
                Map.of("linger.ms", "50"),
                Optional.empty()));
  }

  @Test
  void shouldBeSafeAndCompressedWhenProducerIsConfigured() {
    // When
    Map<String, Object> properties =
        IngestConfig.from(Map.of("kafka.linger.ms", "50")).producerProperties();

    // Then
    assertThat(properties)
        .containsEntry("enable.idempotence", "true")
        .containsEntry("acks", "all")
        .containsEntry("compression.type", "zstd")
        .containsEntry("max.request.size", "33554432")
        .containsEntry("linger.ms", "50")
        .containsEntry("bootstrap.servers", "localhost:9092");
    assertThat(ProducerConfig.configNames()).containsAll(properties.keySet());
  }

  @Test
  void shouldNameKeysWhenTheyAreUnknown() {
    assertThatThrownBy(() -> IngestConfig.from(Map.of("ingest.speed", "1", "ingest.colour", "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown keys [ingest.colour, ingest.speed], known are [");
  }

  @Test
  void shouldNameKeyValueAndExpectedWhenValueIsIllegal() {
    assertThatThrownBy(() -> IngestConfig.from(Map.of("ingest.rate", "fast")))
        .hasMessage("illegal ingest.rate: fast, must be a number");
    assertThatThrownBy(() -> IngestConfig.from(Map.of("ingest.rate", "-1")))
        .hasMessageStartingWith("illegal ingest.rate: -1.0, must be");
    assertThatThrownBy(() -> IngestConfig.from(Map.of("ingest.rate", "NaN")))
        .hasMessageStartingWith("illegal ingest.rate: NaN, must be");
    assertThatThrownBy(() -> IngestConfig.from(Map.of("ingest.bootstrap-server", " ")))
        .hasMessage("illegal ingest.bootstrap-server: '', must be not blank");
    assertThatThrownBy(() -> IngestConfig.from(Map.of("kafka.acks", "1")))
        .hasMessage("illegal kafka.acks: 1, must be all");
    assertThatThrownBy(() -> IngestConfig.from(Map.of("kafka.bootstrap.servers", "a:1")))
        .hasMessage("illegal key kafka.bootstrap.servers, use ingest.bootstrap-server");
  }
}
