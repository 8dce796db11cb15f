package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;

/** Cuts a body into its lines, and joins lines that were only broken to fit a column. */
final class Lines {

  /** Widest column that texts are wrapped to [UTF-16 units]. */
  private static final int COLUMN = 90;

  private Lines() {}

  /** Lines that are not blank, spaces collapsed. */
  static List<Line> of(String body) {
    boolean wrapped = wrapped(body);
    List<Line> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    int start = 0;
    while (start <= body.length()) {
      int end = body.indexOf('\n', start);
      end = end < 0 ? body.length() : end;
      int indent = indent(body, start, end);
      boolean blank = start + indent == end;
      boolean continues = wrapped && !blank && indent < 2;
      if (!continues) {
        flush(paragraph, lines);
      }
      if (!blank) {
        append(body, start + indent, end, paragraph);
      }
      start = end + 1;
    }
    flush(paragraph, lines);
    return lines;
  }

  /** Whether most lines are broken in mid-sentence at a common column. */
  private static boolean wrapped(String body) {
    int broken = 0;
    int full = 0;
    int start = 0;
    while (start < body.length()) {
      int end = body.indexOf('\n', start);
      end = end < 0 ? body.length() : end;
      if (end - start > COLUMN) {
        return false;
      }
      boolean nextFollows = end + 1 < body.length() && body.charAt(end + 1) != '\n';
      if (end - start >= COLUMN / 2 && nextFollows) {
        full++;
        broken += Character.isLetterOrDigit(body.charAt(end - 1)) ? 1 : 0;
      }
      start = end + 1;
    }
    return full >= 3 && broken * 2 > full;
  }

  private static int indent(String body, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(body.charAt(at))) {
      at++;
    }
    return at - start;
  }

  private static void append(String body, int from, int to, StringBuilder paragraph) {
    if (paragraph.length() > 0 && paragraph.charAt(paragraph.length() - 1) != ' ') {
      paragraph.append(' ');
    }
    if (!needsCollapsing(body, from, to)) {
      paragraph.append(body.substring(from, to)); // at once; a part is appended by characters
      return;
    }
    for (int i = from; i < to; i++) {
      char c = body.charAt(i);
      boolean space = Character.isWhitespace(c);
      if (!space) {
        paragraph.append(c);
      } else if (paragraph.length() > 0 && paragraph.charAt(paragraph.length() - 1) != ' ') {
        paragraph.append(' ');
      }
    }
  }

  private static boolean needsCollapsing(String body, int from, int to) {
    boolean before = false;
    for (int i = from; i < to; i++) {
      char c = body.charAt(i);
      boolean space = c <= ' ' || (c > 127 && Character.isWhitespace(c));
      if (space && (before || c != ' ')) {
        return true;
      }
      before = space;
    }
    return false;
  }

  private static void flush(StringBuilder paragraph, List<Line> lines) {
    int end = paragraph.length();
    while (end > 0 && paragraph.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0) {
      Line line = Line.of(paragraph.substring(0, end));
      if (line.hasWords()) {
        lines.add(line);
      }
    }
    paragraph.setLength(0);
  }
}
