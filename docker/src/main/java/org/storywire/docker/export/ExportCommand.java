package org.storywire.docker.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storywire export}: the results of a replay as flat tables. */
@Command(
    name = "export",
    description = {
      "Write the results of a replay as flat tables, for DuckDB, pandas and the like.",
      "Tables: articles, stories, updates, article_topics, article_entities, story_articles,"
          + " copies."
    })
public final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "Directory that replay wrote.")
  private Path from;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "parquet",
      description = "One of: csv, jsonl, parquet. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the tables go; created if missing.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    Map<Table, TableWriter> writers = new LinkedHashMap<>();
    try {
      for (Table table : ReplayTables.ALL) {
        writers.put(table, format.open(table, out));
      }
      ReplayTables.write(from, writers)
          .forEach(
              (table, rows) ->
                  spec.commandLine().getOut().printf("%8d rows %s%n", rows, table.name()));
    } finally {
      for (TableWriter writer : writers.values()) {
        writer.close();
      }
    }
    return 0;
  }
}
