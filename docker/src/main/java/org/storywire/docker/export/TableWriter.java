package org.storywire.docker.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes one table into one file. */
interface TableWriter extends Closeable {

  /**
   * Writes a row.
   *
   * @param row values by column, as {@link Table.Type} says; may hold nulls
   */
  void write(List<Object> row) throws IOException;
}
