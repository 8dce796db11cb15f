package org.storywire.docker.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table as JSON lines. */
final class JsonTable implements TableWriter {

  private final Table table;
  private final BufferedWriter file;

  JsonTable(Table table, Path path) throws IOException {
    this.table = table;
    this.file = Files.newBufferedWriter(path);
  }

  @Override
  public void write(List<Object> row) throws IOException {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.size(); i++) {
      String name = table.columns().get(i).name();
      Object value = row.get(i);
      if (value instanceof Long number) {
        line.put(name, number);
      } else if (value instanceof Double number) {
        line.put(name, number);
      } else if (value instanceof Boolean flag) {
        line.put(name, flag);
      } else {
        line.put(name, value == null ? null : value.toString());
      }
    }
    file.write(line.toString());
    file.write('\n');
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
