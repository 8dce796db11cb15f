package org.storywire.processor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @Test
  void shouldPreferFlagsToEnvironmentToFileToDefaults(@TempDir Path directory) throws Exception {
    // Given
    Path file = directory.resolve("storywire.properties");
    Files.writeString(
        file,
        "syndication.window=P3D\nstory.close-after=P3D\nstreams.threads=3\ntopics.partitions=8\n");
    Map<String, String> environment = Map.of("STORY_CLOSE_AFTER", "P4D", "STREAMS_THREADS", "4");
    Map<String, String> flags = Map.of("streams.threads", "5");

    // When
    Settings settings = Settings.load(Optional.of(file), environment, flags);

    // Then
    assertThat(settings.number(Setting.STREAMS_THREADS, 1)).isEqualTo(5);
    assertThat(settings.duration(Setting.STORY_CLOSE_AFTER)).isEqualTo(Duration.ofDays(4));
    assertThat(settings.duration(Setting.SYNDICATION_WINDOW)).isEqualTo(Duration.ofDays(3));
    assertThat(settings.number(Setting.TOPICS_PARTITIONS, 1)).isEqualTo(8);
    assertThat(settings.text(Setting.APPLICATION_ID)).isEqualTo("storywire");
  }

  @Test
  void shouldNameEveryUnknownKeyWhenSettingsHaveTypos() {
    assertThatThrownBy(() -> Settings.of(Map.of("story.idel", "P1D", "thread", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown settings in the command line: story.idel, thread");
  }

  @Test
  void shouldNameValueAndExpectationWhenANumberIsTooSmall() {
    // Given
    Settings settings = Settings.of(Map.of("edition.partitions", "0"));

    // When / Then
    assertThatThrownBy(() -> settings.number(Setting.EDITION_PARTITIONS, 1))
        .hasMessage("illegal edition.partitions: 0, must be a whole number of at least 1");
  }

  @Test
  void shouldHideSecretsWhenPrinted() {
    // Given
    Settings settings =
        Settings.of(Map.of("kafka.ssl.keystore.password", "hush", "kafka.client.rack", "b"));

    // When
    String printed = settings.toString();

    // Then
    assertThat(printed).doesNotContain("hush").contains("kafka.client.rack=b");
    assertThat(settings.client()).containsEntry("ssl.keystore.password", "hush");
  }

  @Test
  void shouldPassOverWhatBelongsToIngestWhenItStandsInTheFile(@TempDir Path directory)
      throws Exception {
    // Given
    Path file = directory.resolve("storywire.properties");
    Files.writeString(file, "ingest.rate=5\nstreams.threads=3\n");

    // When
    Settings settings = Settings.load(Optional.of(file), Map.of(), Map.of());

    // Then
    assertThat(settings.number(Setting.STREAMS_THREADS, 1)).isEqualTo(3);
  }

  @Test
  void shouldTakeClientPropertiesFromAFileAndHideThem(@TempDir Path directory) throws Exception {
    // Given
    Path file = directory.resolve("client.properties");
    Files.writeString(
        file, "security.protocol=SASL_SSL\nsasl.jaas.config=secret ${env:HUSH}\nretries=1\n");

    // When
    Settings settings =
        Settings.of(
            Map.of(
                "kafka.config", file.toString(),
                "kafka.retries", "2",
                "kafka.sasl.jaas.config", "password=hush",
                "schema.registry.user-info", "storywire:hush"));

    // Then
    assertThat(settings.client())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("retries", "2")
        .containsEntry("sasl.jaas.config", "password=hush");
    assertThat(settings.toString() + settings.cluster()).doesNotContain("hush");
  }

  @Test
  void shouldLetKafkaLookUpPlacesWhenAValueNamesOne() {
    // When
    Map<String, String> client =
        Settings.of(Map.of("kafka.sasl.jaas.config", "password=${env:HUSH}")).client();

    // Then
    assertThat(client)
        .containsEntry("config.providers", "env,file,directory")
        .containsEntry(
            "config.providers.env.class",
            "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
  }
}
