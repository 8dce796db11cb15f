package org.storywire.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * State as a release wrote it, kept to hold later releases to it: a directory for each change of a
 * format, in it a file for each store, in it a line for each entry: key, tab, bytes in base 64.
 */
public final class StateFiles {

  /** What today's release writes. */
  public static final int TODAY = 6;

  private static final Path HISTORY = Path.of("src/test/resources/state");

  private StateFiles() {}

  /** Entries of each store, by its name. */
  public static Map<String, Map<String, byte[]>> read(int format) {
    try (Stream<Path> files = Files.list(HISTORY.resolve(Integer.toString(format)))) {
      Map<String, Map<String, byte[]>> state = new TreeMap<>();
      files.forEach(file -> state.put(store(file), entries(file)));
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to list state of format " + format, e);
    }
  }

  private static String store(Path file) {
    return file.getFileName().toString().replace(".tsv", "");
  }

  private static Map<String, byte[]> entries(Path file) {
    try {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        entries.put(line.substring(0, tab), Base64.getDecoder().decode(line.substring(tab + 1)));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + file, e);
    }
  }

  /** Writes state under a directory, as it would lie in the history. */
  public static void write(Path directory, Map<String, Map<String, byte[]>> state)
      throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, Map<String, byte[]>> store : state.entrySet()) {
      StringBuilder lines = new StringBuilder();
      store
          .getValue()
          .forEach(
              (key, value) ->
                  lines
                      .append(key)
                      .append('\t')
                      .append(Base64.getEncoder().encodeToString(value))
                      .append('\n'));
      Files.writeString(directory.resolve(store.getKey() + ".tsv"), lines, StandardCharsets.UTF_8);
    }
  }
}
