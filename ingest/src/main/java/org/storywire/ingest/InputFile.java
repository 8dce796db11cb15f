package org.storywire.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

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
    /** One page as HTML. */
    HTML,
    /** Items of a news agency as XML. */
    AGENCY_XML,
    /** A web archive: WARC or ARC. */
    ARCHIVE,
    /** What is known about the text files beside it. */
    MANIFEST,
    /** Something else, which is not read. */
    OTHER
  }

  private static final String GZIP = ".gz";
  private static final Map<String, Kind> ENDINGS =
      Map.of(
          ".jsonl", Kind.JSON_LINES,
          ".json", Kind.JSON_LINES,
          ".ndjson", Kind.JSON_LINES,
          ".txt", Kind.TEXT,
          ".text", Kind.TEXT,
          ".html", Kind.HTML,
          ".htm", Kind.HTML,
          ".xml", Kind.AGENCY_XML,
          ".warc", Kind.ARCHIVE,
          ".arc", Kind.ARCHIVE);

  /** A file of a directory that was given. */
  static InputFile of(Path path, String name) {
    return new InputFile(path, name, kind(path.getFileName().toString()));
  }

  /** A file that was itself given, and is read as a page if its name says nothing else. */
  static InputFile given(Path path) {
    String name = path.getFileName().toString();
    Kind kind = kind(name);
    boolean known = kind != Kind.OTHER && kind != Kind.MANIFEST;
    return new InputFile(path, name, known ? kind : Kind.TEXT);
  }

  /** The file's bytes, unpacked if its name ends in {@code .gz}. */
  InputStream open() throws IOException {
    InputStream in = Files.newInputStream(path);
    if (!isGzip(path.getFileName().toString())) {
      return in;
    }
    try {
      return new StrictGzip(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Whether the name leaves open if it is one JSON object a line, or one in all. */
  boolean mayBeNinjs() {
    return plainName(path.getFileName().toString()).toLowerCase(Locale.ROOT).endsWith(".json");
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
    if (fileName.equals(Manifest.NAME)) {
      return Kind.MANIFEST;
    }
    int dot = lower.lastIndexOf('.');
    return dot < 0 ? Kind.OTHER : ENDINGS.getOrDefault(lower.substring(dot), Kind.OTHER);
  }

  private static boolean isGzip(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  private static String plainName(String fileName) {
    return isGzip(fileName) ? fileName.substring(0, fileName.length() - GZIP.length()) : fileName;
  }
}
