package org.storywire.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file to read.
 *
 * @param path where it is
 * @param name how it is called in origins and errors
 * @param kind what its name says it holds
 */
record InputFile(Path path, String name, Kind kind) {

  /** What a file holds. */
  enum Kind {
    /** One JSON object a line. */
    JSON_LINES,
    /** One page as text. */
    TEXT,
    /** What is known about the text files beside it. */
    MANIFEST,
    /** Something else, which is not read. */
    OTHER
  }

  private static final String GZIP = ".gz";
  private static final List<String> JSON_ENDINGS = List.of(".jsonl", ".json", ".ndjson");
  private static final List<String> TEXT_ENDINGS = List.of(".txt", ".text");

  /** A file of a directory that was given. */
  static InputFile of(Path path, String name) {
    return new InputFile(path, name, kind(path.getFileName().toString()));
  }

  /** A file that was itself given, and is read as a page if its name says nothing else. */
  static InputFile given(Path path) {
    String name = path.getFileName().toString();
    Kind kind = kind(name);
    return new InputFile(path, name, kind == Kind.JSON_LINES ? kind : Kind.TEXT);
  }

  /** The file's bytes, unpacked if its name ends in {@code .gz}. */
  InputStream open() throws IOException {
    InputStream in = Files.newInputStream(path);
    if (!isGzip(path.getFileName().toString())) {
      return in;
    }
    return new LazyStream(() -> new StrictGzip(in, 1 << 16), in);
  }

  /** The file's name without directory and ending. */
  String stem() {
    String file = plainName(path.getFileName().toString());
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static Kind kind(String fileName) {
    String lower = plainName(fileName).toLowerCase(Locale.ROOT);
    if (fileName.startsWith(".")) {
      return Kind.OTHER;
    }
    if (JSON_ENDINGS.stream().anyMatch(lower::endsWith)) {
      return Kind.JSON_LINES;
    }
    if (TEXT_ENDINGS.stream().anyMatch(lower::endsWith)) {
      return Kind.TEXT;
    }
    return fileName.equals(Manifest.NAME) ? Kind.MANIFEST : Kind.OTHER;
  }

  private static boolean isGzip(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  private static String plainName(String fileName) {
    return isGzip(fileName) ? fileName.substring(0, fileName.length() - GZIP.length()) : fileName;
  }
}
