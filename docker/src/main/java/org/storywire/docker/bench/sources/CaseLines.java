package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files of one JSON object a line: reads what identifies the cases of a set, writes predictions.
 */
final class CaseLines implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedWriter writer;

  private CaseLines(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Some fields of each line of a set, in order; lines that are alike in them are given once. What
   * is expected of a case is not among them.
   *
   * @return empty if there is no such file
   */
  static List<JsonNode> read(Path file, String... fields) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(CaseLines::parse)
          .map(line -> only(line, List.of(fields)))
          .distinct()
          .toList();
    }
  }

  /**
   * Name and file of each case of a set.
   *
   * @param set tells which; if it is missing, all cases are meant
   * @param cases tells all
   */
  static List<JsonNode> cases(Path set, Path cases) throws IOException {
    return read(Files.exists(set) ? set : cases, "case", "file");
  }

  static CaseLines write(Path file) throws IOException {
    return new CaseLines(Files.newBufferedWriter(file));
  }

  /** Writes one value of a case; an absent one is not written. */
  void value(String name, String field, Integer index, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      object(fields("case", name, "field", field, "index", index, "value", value.get().toString()));
    }
  }

  /** Writes the values of a field that has several. */
  void values(String name, String field, Integer index, List<?> values) throws IOException {
    if (!values.isEmpty()) {
      object(fields("case", name, "field", field, "index", index, "value", values));
    }
  }

  /** Writes a line of some fields. */
  void object(Map<String, ?> fields) throws IOException {
    writer.write(JSON.writeValueAsString(fields));
    writer.write('\n');
  }

  /** Names and values in turn; a value may be null. */
  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("not a line of JSON: " + line, e);
    }
  }

  private static JsonNode only(JsonNode line, List<String> fields) {
    var kept = JSON.createObjectNode();
    fields.stream().filter(line::has).forEach(field -> kept.set(field, line.get(field)));
    return kept;
  }
}
