package org.storywire.docker.export;

import java.io.IOException;
import java.nio.file.Path;

/** Formats of exported tables. */
enum Format {
  /** Comma-separated values with a head line (RFC 4180), times in ISO 8601; null is empty. */
  CSV {
    @Override
    TableWriter open(Table table, Path directory) throws IOException {
      return new CsvTable(table, directory.resolve(table.name() + ".csv"));
    }
  },
  /** One JSON object a line, times in ISO 8601. */
  JSONL {
    @Override
    TableWriter open(Table table, Path directory) throws IOException {
      return new JsonTable(table, directory.resolve(table.name() + ".jsonl"));
    }
  },
  /** Apache Parquet, times as timestamps in UTC. */
  PARQUET {
    @Override
    TableWriter open(Table table, Path directory) throws IOException {
      return new ParquetTable(table, directory.resolve(table.name() + ".parquet"));
    }
  };

  /** Opens a table's file; one that is there is replaced. */
  abstract TableWriter open(Table table, Path directory) throws IOException;
}
