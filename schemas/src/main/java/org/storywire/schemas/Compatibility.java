package org.storywire.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Whether every version of a record reads every other: FULL_TRANSITIVE in registries' words. */
public final class Compatibility {

  private Compatibility() {}

  /**
   * What stands between a schema and others, in both directions.
   *
   * @param others older or newer versions, oldest first
   * @return a line a problem; empty if each reads what the other wrote
   */
  public static List<String> problems(Schema schema, List<Schema> others) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      Schema other = others.get(i);
      String version = "version " + (i + 1);
      check(schema, other, schema.getName() + " can't read " + version, problems);
      check(other, schema, version + " can't read " + schema.getName(), problems);
    }
    return List.copyOf(problems);
  }

  private static void check(Schema reader, Schema writer, String what, List<String> problems) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
      result
          .getResult()
          .getIncompatibilities()
          .forEach(
              found ->
                  problems.add(what + ": " + found.getMessage() + " at " + found.getLocation()));
    }
  }
}
