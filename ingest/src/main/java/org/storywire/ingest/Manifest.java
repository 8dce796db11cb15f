package org.storywire.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.schemas.FieldLimits;

/**
 * What a {@code manifest.tsv} says about the text files beside it. Its first line names the
 * columns, of which {@code file} must be one; {@code published}, {@code received}, {@code source}
 * and {@code url} are known, others are kept. Cells may be empty or missing at the end of a row.
 */
final class Manifest {

  static final String NAME = "manifest.tsv";

  /** How much of a cell an error repeats [characters]. */
  private static final int LONGEST_QUOTE = 200;

  private final Map<String, Map<String, String>> rows = new HashMap<>();
  private final List<Delivery> bad = new ArrayList<>();
  private final Path directory;
  private final String name;

  private Manifest(Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  /**
   * The manifest of a directory; one that says nothing if there is none.
   *
   * @param name how the manifest is called in errors
   */
  static Manifest of(Path directory, String name) throws IOException {
    Manifest manifest = new Manifest(directory, name);
    Path file = directory.resolve(NAME);
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      manifest.read(text.lines().toList());
    }
    return manifest;
  }

  /** What is said about a file: cells by column, without the empty ones. */
  Map<String, String> row(String file) {
    return new TreeMap<>(rows.getOrDefault(file, Map.of()));
  }

  /** Rows that say nothing about any file, in their order. */
  List<Delivery> bad() {
    return List.copyOf(bad);
  }

  private void read(List<String> lines) {
    List<String> columns = List.of();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i == 0) {
        columns = List.of(line.replace("\uFEFF", "").toLowerCase(Locale.ROOT).strip().split("\t"));
        if (!columns.contains("file")) {
          refuse(
              1, line, "columns are " + excerpt(columns.toString()) + ", expected one named file");
          return;
        }
      } else if (!line.isBlank()) {
        readRow(i + 1, line, columns);
      }
    }
  }

  private void readRow(int number, String line, List<String> columns) {
    String[] cells = line.split("\t", -1);
    if (cells.length > columns.size()) {
      refuse(number, line, cells.length + " cells, expected at most " + columns.size());
      return;
    }
    Map<String, String> row = new TreeMap<>();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        row.put(columns.get(i), cells[i].strip());
      }
    }
    String file = Optional.ofNullable(row.remove("file")).orElse("");
    if (!isThere(file)) {
      refuse(number, line, "names '" + excerpt(file) + "', expected a file of its directory");
    } else if (rows.putIfAbsent(file, row) != null) {
      refuse(number, line, "names '" + excerpt(file) + "' again, expected one row a file");
    }
  }

  private boolean isThere(String file) {
    try {
      return !file.isEmpty() && Files.isRegularFile(directory.resolve(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String excerpt(String text) {
    return FieldLimits.excerpt(text, LONGEST_QUOTE);
  }

  private void refuse(int number, String line, String reason) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    bad.add(Delivery.Bad.of(name, number, "manifest row " + reason, bytes));
  }
}
