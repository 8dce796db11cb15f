package org.storywire.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The schemas that a record was ever released with, from the history that is kept beside the tests
 * and packed into this jar. Without a registry they are what an old record is read with.
 */
final class ReleasedSchemas {

  private ReleasedSchemas() {}

  /**
   * All released versions of a record, oldest first.
   *
   * @param record simple name of the record, for example {@code Story}
   * @return empty if the record was never released, as records of internal topics are not
   */
  static List<Schema> of(String record) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; ; version++) {
      String name = "history/" + record + "-" + version + ".avsc";
      try (InputStream in = ReleasedSchemas.class.getResourceAsStream(name)) {
        if (in == null) {
          return List.copyOf(versions);
        }
        versions.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new UncheckedIOException("unable to read released schema " + name, e);
      }
    }
  }
}
