package org.storywire.docker.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A flat table.
 *
 * @param name of the table, and of its file
 * @param columns in order
 */
record Table(String name, List<Column> columns) {

  /** What a column holds; every value may be null. */
  enum Type {
    /** {@code String}. */
    TEXT,
    /** {@code Instant}, to the millisecond. */
    TIME,
    /** {@code Long}. */
    WHOLE,
    /** {@code Double}. */
    NUMBER,
    /** {@code Boolean}. */
    FLAG
  }

  /** A column by name, as in the topics' records. */
  record Column(String name, Type type) {}

  /** Copies the columns. */
  Table {
    columns = List.copyOf(columns);
  }

  /** A table of columns as {@code name} or {@code name:type}, text being the usual type. */
  static Table of(String name, String... columns) {
    List<Column> all = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.split(":", 2);
      all.add(new Column(parts[0], parts.length == 1 ? Type.TEXT : Type.valueOf(parts[1])));
    }
    return new Table(name, all);
  }
}
