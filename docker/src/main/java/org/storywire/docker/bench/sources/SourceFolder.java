package org.storywire.docker.bench.sources;

import java.io.IOException;
import java.nio.file.Path;

/** Reads the inputs of one folder and writes predictions for each of its sets. */
interface SourceFolder {

  /** The folder's name below the input directory: {@code feeds}. */
  String name();

  /**
   * Writes one file a set, each named as the set's own file.
   *
   * @param in the folder; it exists
   * @param out a folder for the predictions; it exists and is empty
   */
  void predict(Path in, Path out) throws IOException;
}
