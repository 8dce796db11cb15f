package org.storywire.docker.explain;

import java.util.ArrayList;
import java.util.List;

/** Two texts in two columns, broken between words. */
final class SideBySide {

  /** Characters in a column. */
  static final int WIDTH = 48;

  private SideBySide() {}

  /** Rows of the two texts beside each other; the shorter one's column ends in blanks. */
  static List<String> rows(String left, String right) {
    List<String> lefts = wrap(left);
    List<String> rights = wrap(right);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
      String first = i < lefts.size() ? lefts.get(i) : "";
      String second = i < rights.size() ? rights.get(i) : "";
      rows.add((first + " ".repeat(WIDTH - first.length()) + " │ " + second).stripTrailing());
    }
    return rows;
  }

  /** Lines of at most {@link #WIDTH} characters; a word that is longer is cut. */
  static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip().replaceAll("\\s+", " ");
    while (rest.length() > WIDTH) {
      int space = rest.lastIndexOf(' ', WIDTH);
      int end = space > 0 ? space : WIDTH;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
