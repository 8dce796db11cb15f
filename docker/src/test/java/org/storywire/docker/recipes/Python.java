package org.storywire.docker.recipes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Python that has what a recipe needs. */
final class Python {

  /** Our reader, one file. */
  static final Path READER = Path.of("../schemas/python/storywire.py").toAbsolutePath().normalize();

  private Python() {}

  /**
   * Name of a Python that can import these modules; without one the calling test is skipped, or
   * fails where nothing may be missing.
   */
  static String required(String modules) {
    List<String> found =
        Stream.of("python3", "/usr/bin/python3")
            .filter(name -> Tool.works(List.of(name, "-c", "import " + modules)))
            .toList();
    if (found.isEmpty()) {
      Tool.missing("Python with " + modules);
    }
    return found.get(0);
  }
}
