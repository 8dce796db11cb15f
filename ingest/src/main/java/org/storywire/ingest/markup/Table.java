package org.storywire.ingest.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A resource of tab-separated lines; lines that begin with {@code #} are comments. */
public final class Table {

  private Table() {}

  /**
   * The cells of each line.
   *
   * @param owner class of the package that the resource lies in
   */
  public static Stream<List<String>> rows(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read resource " + name, e);
    }
  }

  /** Lists by name: each line has a name, and words with spaces between. */
  public static Map<String, List<String>> lists(Class<?> owner, String name) {
    return rows(owner, name)
        .collect(
            Collectors.toUnmodifiableMap(row -> row.get(0), row -> List.of(row.get(1).split(" "))));
  }
}
