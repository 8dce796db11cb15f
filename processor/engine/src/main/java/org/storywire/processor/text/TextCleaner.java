package org.storywire.processor.text;

import java.text.Normalizer;

/** Makes hostile or broken text harmless without changing what it says. */
public final class TextCleaner {

  private TextCleaner() {}

  /** A longer run of combining marks is made to cost, not to be read. */
  private static final int MOST_MARKS = 30;

  // Between them are dashes, quotation marks and the like, which nothing is composed with.
  private static final char FIRST_DASH = '\u2010';
  private static final char LAST_CURRENCY = '\u20cf';

  /** The text in Unicode's NFC: letters and their marks in one, as most write them. */
  public static String composed(String text) {
    boolean marked = false;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '\u0300' || (c >= FIRST_DASH && c <= LAST_CURRENCY)) {
        run = 0;
        continue;
      }
      run = Character.getType(c) == Character.NON_SPACING_MARK ? run + 1 : 0;
      if (run > MOST_MARKS) {
        return text;
      }
      marked = true;
    }
    return marked ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
  }

  /**
   * Removes invisible and direction-changing characters, and unifies line ends and exotic spaces.
   *
   * @return the text itself where there was nothing to do
   */
  public static String clean(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < '\u007f') || c == '\n';
      String replacement = plain ? null : replacement(text, i, c);
      if (replacement == null) {
        if (clean != null) {
          clean.append(c);
        }
        continue;
      }
      if (clean == null) {
        clean = new StringBuilder(text.length()).append(text, 0, i);
      }
      clean.append(replacement);
    }
    return clean == null ? text : clean.toString();
  }

  /** What stands for the character; null to keep it. */
  private static String replacement(String text, int at, char c) {
    if (c == '\r') {
      return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "" : "\n";
    }
    if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
      return "\n";
    }
    if (Characters.isInvisible(c)) {
      return "";
    }
    boolean exoticSpace =
        c == '\t'
            || c == '\u00a0'
            || (c >= '\u2000' && c <= '\u200a')
            || c == '\u202f'
            || c == '\u3000';
    if (exoticSpace) {
      return " ";
    }
    boolean loneSurrogate =
        (Character.isHighSurrogate(c)
                && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))))
            || (Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1))));
    return loneSurrogate ? "\ufffd" : null;
  }
}
