package org.storywire.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** The history as files: {@code <Record>-<version>.avsc}, {@code .bin} and {@code .json}. */
final class ReleasedFiles {

  static final Path HISTORY = Path.of("released");

  private ReleasedFiles() {}

  /** Newest version of a record; 0 if it was never released. Versions have no gaps. */
  static int newestVersion(Path history, String record) {
    int version = 0;
    while (Files.exists(file(history, record, version + 1, "avsc"))) {
      version++;
    }
    return version;
  }

  static Schema schema(Path history, String record, int version) throws IOException {
    return new Schema.Parser().parse(file(history, record, version, "avsc").toFile());
  }

  static Path file(Path history, String record, int version, String ending) {
    return history.resolve(record + "-" + version + "." + ending);
  }
}
