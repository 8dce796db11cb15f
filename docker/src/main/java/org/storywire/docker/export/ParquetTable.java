package org.storywire.docker.export;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** A table as an Apache Parquet file: all columns optional, times as milliseconds in UTC. */
final class ParquetTable implements TableWriter {

  private final ParquetWriter<List<Object>> writer;

  ParquetTable(Table table, Path path) throws IOException {
    Files.deleteIfExists(path);
    writer =
        ParquetWriter.writeFile(
            schema(table),
            path.toFile(),
            (row, values) -> {
              for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                if (value != null) {
                  values.write(
                      table.columns().get(i).name(),
                      value instanceof Instant time ? (Object) time.toEpochMilli() : value);
                }
              }
            });
  }

  private static MessageType schema(Table table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Table.Column column : table.columns()) {
      var type =
          switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
            case TIME ->
                Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS));
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64);
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE);
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN);
          };
      schema.addField(type.named(column.name()));
    }
    return schema.named(table.name());
  }

  @Override
  public void write(List<Object> row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
