package org.storywire.processor.text;

/**
 * Finds what stands inside quotation marks: “…”, „…“, «…», "…", ``…'' and, where they cannot be
 * apostrophes, ‘…’ and '…'. A quotation ends with its paragraph: one that is not closed runs to the
 * paragraph's end if it opened with a double mark (the convention for speech that continues), and
 * counts for nothing if it opened with a single one.
 */
final class Quotations {

  private Quotations() {}

  /** One flag for each UTF-16 unit: whether it is inside a quotation, marks included. */
  static boolean[] inside(char[] text) {
    boolean[] inside = new boolean[text.length];
    int paragraph = 0;
    while (paragraph < text.length) {
      int end = paragraph;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      markParagraph(text, paragraph, end, inside);
      paragraph = end + 1;
    }
    return inside;
  }

  private static void markParagraph(char[] text, int from, int to, boolean[] inside) {
    int at = from;
    boolean singleCloses = true;
    while (at < to) {
      if (isPlain(text[at])) {
        at++;
        continue;
      }
      String closers = closersFor(text, at, from, to);
      boolean single = closers.indexOf('\'') >= 0;
      if (closers.isEmpty() || (single && !singleCloses)) {
        at++;
        continue;
      }
      int close = findClose(text, at + 1, to, closers);
      if (close < 0 && single) {
        singleCloses = false; // nor will any later one: looking again would cost n * n
        at++;
        continue;
      }
      int last = close < 0 ? to - 1 : close;
      for (int i = at; i <= last; i++) {
        inside[i] = true;
      }
      at = last + 1;
    }
  }

  /** What most of a text is, and no mark. */
  private static boolean isPlain(char c) {
    return c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The marks that end a quotation opened at {@code at}; empty if nothing opens there. */
  private static String closersFor(char[] text, int at, int from, int to) {
    char c = text[at];
    switch (c) {
      case '"':
      case '\u201c':
        return "\"\u201d\u00bb";
      case '\u201e':
        return "\u201c\u201d\"";
      case '\u00ab':
        return "\u00bb";
      case '`':
        return at + 1 < to && text[at + 1] == '`' ? "\"\u201d" : "";
      case '\'':
      case '\u2018':
        boolean opens =
            (at == from || !Character.isLetterOrDigit(text[at - 1]))
                && at + 1 < to
                && Character.isLetterOrDigit(text[at + 1]);
        return opens ? "'\u2019" : "";
      default:
        return "";
    }
  }

  private static int findClose(char[] text, int from, int to, String closers) {
    boolean single = closers.indexOf('\'') >= 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (!single && c == '\'' && i + 1 < to && text[i + 1] == '\'') {
        return i + 1;
      }
      if (closers.indexOf(c) < 0) {
        continue;
      }
      boolean apostrophe = i + 1 < to && Character.isLetterOrDigit(text[i + 1]);
      if (!single || !apostrophe) {
        return i;
      }
    }
    return -1;
  }
}
