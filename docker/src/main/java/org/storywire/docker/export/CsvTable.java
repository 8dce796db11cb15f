package org.storywire.docker.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A table as comma-separated values (RFC 4180). */
final class CsvTable implements TableWriter {

  private final BufferedWriter file;

  CsvTable(Table table, Path path) throws IOException {
    file = Files.newBufferedWriter(path);
    line(table.columns().stream().map(Table.Column::name).collect(Collectors.joining(",")));
  }

  @Override
  public void write(List<Object> row) throws IOException {
    line(row.stream().map(CsvTable::cell).collect(Collectors.joining(",")));
  }

  /** Empty text is quoted, which tells it from null. */
  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean quoted =
        text.isEmpty()
            || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private void line(String line) throws IOException {
    file.write(line);
    file.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
