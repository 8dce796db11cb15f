package org.storywire.docker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.settings.SettingsInForce.Value;
import org.storywire.processor.app.Setting;
import org.storywire.processor.app.Settings;

class SettingsInForceTest {

  @TempDir private Path directory;

  @Test
  void shouldTellWhereEachValueComesFrom() throws Exception {
    // Given
    Path file =
        Files.writeString(
            directory.resolve("a.properties"),
            """
            ops.port=8090
            streams.threads=3
            ingest.rate=5
            kafka.ssl.key.password=secret
            """);
    Map<String, String> environment = Map.of("STREAMS_THREADS", "4", "OPS_HOST", "0.0.0.0");
    Map<String, String> flags = Map.of("ops.host", "127.0.0.2", "fetch.timeout", "PT9S");

    // When
    List<Value> values = SettingsInForce.of(Optional.of(file), environment, flags);

    // Then
    assertThat(values)
        .contains(
            new Value("ops.port", "8090", "file " + file),
            new Value("streams.threads", "4", "environment STREAMS_THREADS"),
            new Value("ops.host", "127.0.0.2", "command line"),
            new Value("ingest.rate", "5", "file " + file),
            new Value("fetch.timeout", "PT9S", "command line"),
            new Value("edition.by", "language", "default"));
    assertThat(values.stream().map(Value::withoutSecret))
        .contains(new Value("kafka.ssl.key.password", "[hidden]", "file " + file));
  }

  @Test
  void shouldGiveTheValuesThatTheProcessorReads() throws Exception {
    // Given
    Path file = Files.writeString(directory.resolve("a.properties"), "ops.port= 8090\n");
    Map<String, String> environment = Map.of("STREAMS_THREADS", "4");
    Map<String, String> flags = Map.of("edition.partitions", "9");
    Settings read = Settings.load(Optional.of(file), environment, flags);

    // When
    List<Value> values = SettingsInForce.of(Optional.of(file), environment, flags);

    // Then
    for (Setting setting : Setting.values()) {
      assertThat(values.stream().filter(value -> value.key().equals(setting.key())))
          .singleElement()
          .extracting(Value::value)
          .isEqualTo(read.text(setting));
    }
  }

  @Test
  void shouldChangeNothingWhenEveryLineOfTheSampleIsInForce() throws Exception {
    // Given
    String inForce = SettingsCommand.sample().replaceAll("(?m)^#([a-z][a-z.-]+=.)", "$1").strip();
    Path file = Files.writeString(directory.resolve("sample.properties"), inForce);

    // When
    List<Value> values = SettingsInForce.of(Optional.of(file), Map.of(), Map.of());

    // Then
    assertThat(values).hasSameSizeAs(Key.all());
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i).value()).isEqualTo(Key.all().get(i).defaultValue());
    }
    assertThat(values.stream().filter(value -> value.origin().startsWith("file")))
        .hasSizeGreaterThan(Setting.values().length);
  }
}
