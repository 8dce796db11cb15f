package org.storywire.processor.topics;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that lie beside this package's classes. */
final class Resources {

  private Resources() {}

  static InputStream open(String name) {
    InputStream stream = Resources.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(
          "missing resource: " + name + ", must lie beside " + Resources.class.getPackageName());
    }
    return new BufferedInputStream(stream);
  }

  static BufferedReader reader(String name) {
    return new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
  }

  /** Lines without comments (#) and blank ones. */
  static List<String> lines(String name) {
    try (BufferedReader reader = reader(name)) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new IllegalStateException("unable to read resource " + name, e);
    }
  }
}
