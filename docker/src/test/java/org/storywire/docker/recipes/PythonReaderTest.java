package org.storywire.docker.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader in Python against a sample of every schema that was ever released. */
class PythonReaderTest {

  private static final Path RELEASED = Path.of("../schemas/released").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path work;

  @Test
  void shouldReadEveryReleasedSample() throws Exception {
    // Given
    List<Path> samples;
    try (Stream<Path> files = Files.list(RELEASED)) {
      samples = files.filter(file -> file.toString().endsWith(".bin")).sorted().toList();
    }
    List<String> command =
        new ArrayList<>(List.of(Python.required("avro.io"), Python.READER.toString(), "--file"));
    samples.forEach(sample -> command.add(sample.toString()));

    // When
    List<String> printed =
        Tool.lines(command, work, Map.of("PYTHONIOENCODING", "utf-8"), samples.size() + 1);

    // Then
    assertThat(printed).hasSameSizeAs(samples).hasSizeGreaterThan(6);
    for (int i = 0; i < samples.size(); i++) {
      String json = samples.get(i).toString().replace(".bin", ".json");
      JsonNode expected = JSON.readTree(Path.of(json).toFile());
      JsonNode read = JSON.readTree(printed.get(i));
      assertThat(read.size()).as(json).isEqualTo(expected.size());
      expected
          .properties()
          .forEach(
              field -> {
                // Avro's own JSON wraps a value of a union in its type.
                if (field.getValue().isTextual() || field.getValue().isBoolean()) {
                  assertThat(read.get(field.getKey())).as(json).isEqualTo(field.getValue());
                }
              });
    }
  }

  @Test
  void shouldNameTheSchemaWhenItWasNeverReleased() throws Exception {
    // Given
    Path foreign =
        Files.write(
            work.resolve("foreign.bin"), new byte[] {(byte) 0xc3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 0});

    // When
    List<String> printed =
        Tool.lines(
            List.of(
                Python.required("avro.io"), Python.READER.toString(), "--file", foreign.toString()),
            work,
            Map.of(),
            1);

    // Then
    assertThat(printed).isEmpty();
    assertThat(Files.readString(work.resolve("errors.txt")))
        .contains("schema 0807060504030201 is not among those released");
  }
}
