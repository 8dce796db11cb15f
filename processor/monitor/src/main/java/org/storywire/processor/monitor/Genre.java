package org.storywire.processor.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of piece an article is, as its outlet marks it: by a section in the address, or by a
 * word that is set apart at an end of the headline. The marks are in {@code genres.tsv}.
 */
enum Genre {
  REPORT,
  OPINION,
  ANALYSIS;

  private static final Map<String, Genre> MARKS = read();
  private static final Pattern ADDRESS = Pattern.compile("https?://([^/?#]+)([^?#]*).*");
  private static final Pattern APART = Pattern.compile("\\s*[:|–—]\\s+|\\s+-\\s+|[()\\[\\]]");

  /** The genre of a piece by its address, null if unknown, and its headline. */
  static Genre of(String url, String title) {
    Genre section = url == null ? REPORT : ofAddress(url.toLowerCase(Locale.ROOT));
    if (section != REPORT || title == null) {
      return section;
    }
    String[] parts = APART.split(Words.fold(title));
    Genre first = parts.length < 2 ? null : MARKS.get(parts[0].strip());
    Genre last = parts.length < 2 ? null : MARKS.get(parts[parts.length - 1].strip());
    return first != null ? first : last != null ? last : REPORT;
  }

  /** By a part of the path, or by a subdomain; an outlet's own name says nothing. */
  private static Genre ofAddress(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return REPORT;
    }
    for (String part : address.group(2).split("/")) {
      if (MARKS.containsKey(part)) {
        return MARKS.get(part);
      }
    }
    String[] labels = address.group(1).split("\\.");
    return labels.length > 2 ? MARKS.getOrDefault(labels[0], REPORT) : REPORT;
  }

  private static Map<String, Genre> read() {
    Map<String, Genre> marks = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Genre.class.getResourceAsStream("genres.tsv"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] fields = line.split("\t");
          marks.put(fields[1], valueOf(fields[0]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read genres.tsv", e);
    }
    return Map.copyOf(marks);
  }
}
