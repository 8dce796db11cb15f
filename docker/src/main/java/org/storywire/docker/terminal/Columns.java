package org.storywire.docker.terminal;

/** Text in the columns of a terminal: what it shows must neither overflow nor drive it. */
public final class Columns {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** First and last code point of the blocks whose characters take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE4F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
  };

  private Columns() {}

  /**
   * Text without anything that drives a terminal: line breaks and other white space become single
   * spaces, control characters and halves of pairs become U+FFFD, direction marks and other
   * invisible format characters go.
   */
  public static String neutralise(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = true;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        if (!space) {
          plain.append(' ');
        }
        space = true;
        continue;
      }
      int type = Character.getType(point);
      if (type == Character.CONTROL || type == Character.SURROGATE) {
        plain.appendCodePoint(REPLACEMENT);
      } else if (type != Character.FORMAT
          || point == ZERO_WIDTH_JOINER
          || point == ZERO_WIDTH_NON_JOINER) {
        plain.appendCodePoint(point);
      }
      space = false;
    }
    return plain.toString().stripTrailing();
  }

  /** Columns that a text takes. */
  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** The text if it fits, else its beginning and an ellipsis. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    if (columns < 1) {
      return "";
    }
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (used + width(point) > columns - 1) {
        break;
      }
      used += width(point);
      at += Character.charCount(point);
    }
    return text.substring(0, at).stripTrailing() + "…";
  }

  /** The text cut or filled with spaces to a width. */
  public static String fit(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(Math.max(0, columns - width(cut)));
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (point >= block[0] && point <= block[1]) {
        return 2;
      }
    }
    return 1;
  }
}
