package org.storywire.ingest.robots;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One rule: a pattern of paths in which {@code *} stands for anything and a last {@code $} for the
 * end.
 *
 * @param pattern with everything beyond ASCII escaped, escapes in capitals
 * @param allow whether what matches may be fetched
 */
record RobotsRule(String pattern, boolean allow) {

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final String INDEX = "/index.htm";

  static RobotsRule of(String written, boolean allow) {
    return new RobotsRule(escape(written), allow);
  }

  /**
   * How well the rule fits a path.
   *
   * @return the pattern's length, or -1 if it does not match
   */
  int match(String path) {
    if (matches(pattern, path)) {
      return pattern.length();
    }
    // A page of an allowed index is also at its directory's address, as Google takes it.
    int index = pattern.lastIndexOf('/');
    if (allow && index >= 0 && pattern.startsWith(INDEX, index)) {
      String directory = pattern.substring(0, index + 1) + "$";
      return matches(directory, path) ? directory.length() : -1;
    }
    return -1;
  }

  /**
   * Keeps all places in the path that the pattern so far can end at, so that no pattern is slow.
   */
  private static boolean matches(String pattern, String path) {
    int[] ends = new int[path.length() + 1];
    int count = 1;
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      if (c == '$' && p + 1 == pattern.length()) {
        return ends[count - 1] == path.length();
      }
      if (c == '*') {
        int first = ends[0];
        count = path.length() - first + 1;
        for (int i = 0; i < count; i++) {
          ends[i] = first + i;
        }
      } else {
        int kept = 0;
        for (int i = 0; i < count; i++) {
          if (ends[i] < path.length() && path.charAt(ends[i]) == c) {
            ends[kept++] = ends[i] + 1;
          }
        }
        count = kept;
        if (count == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static String escape(String written) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : written.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        escaped.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
      } else {
        escaped.append((char) b);
      }
    }
    return capitals(escaped.toString());
  }

  /** Escapes may be written small or in capitals. */
  static String capitals(String escaped) {
    return ESCAPE.matcher(escaped).replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
  }
}
