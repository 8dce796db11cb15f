package org.storywire.processor.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list that is a resource of this package: entries a line, or separated by commas, under headings
 * such as {@code [always]}; lines that begin with {@code #} are comments.
 */
final class Sections {

  private final String resource;
  private final Map<String, List<String>> entries = new LinkedHashMap<>();

  private Sections(String resource) {
    this.resource = resource;
  }

  /** Reads a resource, which must be there. */
  static Sections read(String resource) {
    Sections sections = new Sections(resource);
    List<String> section = new ArrayList<>();
    for (String raw : text(resource).split("\n", -1)) {
      String line = raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new ArrayList<>();
        sections.entries.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        for (String entry : line.split(",", -1)) {
          if (!entry.isBlank()) {
            section.add(entry.strip());
          }
        }
      }
    }
    return sections;
  }

  /** Entries of a section in order. */
  List<String> list(String section) {
    List<String> list = entries.get(section);
    if (list == null) {
      throw new IllegalStateException(
          "resource %s has no section [%s], only %s"
              .formatted(resource, section, entries.keySet()));
    }
    return List.copyOf(list);
  }

  /** Entries of a section. */
  Set<String> set(String section) {
    return Set.copyOf(list(section));
  }

  private static String text(String resource) {
    try (InputStream in = Sections.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + resource, e);
    }
  }
}
