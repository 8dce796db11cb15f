package org.storywire.processor.text;

/** Classes of characters that tokeniser, quotation finder and sentence splitter agree on. */
final class Characters {

  private Characters() {}

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '\uff07';
  }

  /** Marks without meaning for the reader: formatting, direction and other control characters. */
  static boolean isInvisible(char c) {
    return c == '\u00ad'
        || c == '\u061c'
        || c == '\u180e'
        || (c < ' ' && c != '\n' && c != '\t' && c != '\r')
        || (c >= '\u007f' && c < '\u0085')
        || (c > '\u0085' && c < '\u00a0')
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f')
        || c == '\ufeff';
  }

  static boolean isWordPart(int codePoint) {
    if (codePoint < 128) {
      return (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z')
          || (codePoint >= '0' && codePoint <= '9');
    }
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
